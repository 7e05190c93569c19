import { findRuntime } from './runtime.ts'

process.stdout.write(`${(await findRuntime()).executable}\n`)
