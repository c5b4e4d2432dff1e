import { makeCoordinator } from '#modules/people/office/coordinator.actions.ts'
import { isPublicName, normalEmail } from '#modules/people/people.rules.ts'
import { withData } from '../command.ts'

const [email = '', ...words] = process.argv.slice(2)
const name = words.join(' ').trim()

if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email) || !isPublicName(name)) {
  console.error('Usage: npm run coordinator -- EMAIL "Name". The name has 2 to 60 characters and is public.')
  process.exitCode = 1
} else
  await withData(async ctx => {
    await makeCoordinator(ctx(), { email, name })
    console.log(`${name} coordinates the programme and signs in with a code sent to ${normalEmail(email)}.`)
    return 0
  })
