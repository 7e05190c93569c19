import { dirname } from 'node:path'
import { deserialize } from 'node:v8'
import type { FromDb, Line, ToDb } from './requests/wire.ts'

/** better-sqlite3 13 needs Node-API 10; on an older runtime loading it kills the process without a word. */
const neededNodeApi = 10

process.umask(0o077)
const port = parentPort()
if (Number(process.versions.napi) < neededNodeApi) {
  port.send({ kind: 'unfit', detail: `Node-API ${process.versions.napi}, ${String(neededNodeApi)} needed` })
} else {
  const { startDesk } = await import('./desk.ts')
  const desk = startDesk({
    device: process.env['CPT_DEVICE'] ?? 'unknown',
    backupFolder: process.env['CPT_BACKUPS'] ?? dirname(process.execPath),
    send: port.send,
  })
  port.onMessage((message) => {
    void desk.receive(message)
  })
  port.send({ kind: 'ready' })
}

/** The same wire over Electron's utilityProcess and over a forked Node. */
function parentPort(): {
  send: (message: FromDb) => void
  onMessage: (listener: (message: ToDb) => void) => void
} {
  const electronPort: unknown = Reflect.get(process, 'parentPort')
  if (isElectronPort(electronPort)) {
    return {
      send: (message) => {
        electronPort.postMessage(message)
      },
      onMessage: (listener) => {
        electronPort.on('message', ({ data }) => {
          listener(data)
        })
      },
    }
  }
  process.on('disconnect', () => process.exit(0))
  return {
    send: (message) => process.send?.(message),
    onMessage: (listener) =>
      process.on('message', (line: Line) => {
        listener(messageOf(line))
      }),
  }
}

interface ElectronPort {
  postMessage(message: FromDb): void
  on(event: 'message', listener: (event: { data: ToDb }) => void): void
}

function isElectronPort(port: unknown): port is ElectronPort {
  return typeof port === 'object' && port !== null && 'postMessage' in port
}

/** The app wrote it: it has the shape of the wire. */
function messageOf({ v8 }: Line): ToDb {
  return deserialize(Buffer.from(v8, 'base64')) as ToDb
}
