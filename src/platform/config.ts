/** Placeholder shape until the settings are read and checked. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly publicUrl: string
  readonly production: boolean
  readonly demo: boolean
  readonly logLevel: string
  readonly mailFrom: string
  readonly secret: string
  readonly trustProxy: boolean
  readonly tilesUrl: string | undefined
}
