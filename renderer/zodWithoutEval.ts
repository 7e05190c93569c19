import { z } from 'zod'

/** The content security policy forbids eval: zod must not even try. To be imported before any schema. */
z.config({ jitless: true })
