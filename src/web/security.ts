import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Config } from '#platform/config.ts'

/** No inline script or style, nothing from anybody else's server. Pages are cached, so there is no nonce. */
export function securityHeaders(config: Config): MiddlewareHandler {
  const secure = config.publicUrl.startsWith('https')
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      manifestSrc: ["'self'"],
    },
    strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    // a file answers with a stricter policy of its own
    overwrite: false,
    crossOriginOpenerPolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: ['self'], payment: [] },
  })
}

/** Ours, or the same machine while developing behind any port. */
export const sameHouse = (origin: string, config: Config) =>
  origin === new URL(config.publicUrl).origin || (!config.production && /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin))
