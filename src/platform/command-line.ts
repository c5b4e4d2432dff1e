import { resolve } from 'node:path'

/** One sentence to the terminal and the end of the command. */
export function endWith(why: string): never {
  console.error(why)
  process.exit(1)
}

/** The one file that a command works on, meant from where the person stands: npm changes the working directory. */
export function fileArgument(command: string, about: string): string {
  const [given, ...more] = process.argv.slice(2)
  if (!given || more.length > 0) {
    console.error(`npm run ${command} -- FILE: ${about}.`)
    process.exit(2)
  }
  return resolve(process.env.INIT_CWD ?? '.', given)
}

/** One line that changes on a terminal; elsewhere (a log, a mail from cron) nothing is said until the end. */
export function progressLine(): { show(text: string): void; end(): void } {
  const terminal = process.stderr.isTTY
  let last = 0
  return {
    show(text) {
      if (!terminal || Date.now() - last < 100) return
      last = Date.now()
      process.stderr.write(`\r\u001b[K${text.slice(0, 100)}`)
    },
    end() {
      if (terminal) process.stderr.write('\r\u001b[K')
    },
  }
}
