import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Addresses outside this computer that a process or one of its children has a socket to (reads /proc). */
export function remoteConnections(pid: number): readonly string[] {
  const sockets = new Set(withChildren(pid).flatMap(socketsOf))
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) =>
    lines(`/proc/net/${table}`)
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => sockets.has(fields[9] ?? '') && !isLocal(fields[2] ?? ''))
      .map((fields) => `${table} ${fields[2] ?? ''}`),
  )
}

function withChildren(pid: number): readonly number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number)
  return [pid, ...children.flatMap(withChildren)]
}

function parentOf(pid: string): number {
  return Number((lines(`/proc/${pid}/stat`)[0] ?? '').split(') ')[1]?.split(' ')[1])
}

function socketsOf(pid: number): readonly string[] {
  const folder = `/proc/${String(pid)}/fd`
  return orElse([], () => readdirSync(folder)).flatMap((fd) => {
    const found = /^socket:\[(\d+)\]$/.exec(orElse('', () => readlinkSync(`${folder}/${fd}`)))
    return found?.[1] === undefined ? [] : [found[1]]
  })
}

/** Addresses as the kernel writes them: not connected, 127.0.0.1, ::1 and 127.0.0.1 inside IPv6. */
function isLocal(address: string): boolean {
  const host = address.split(':')[0] ?? ''
  return (
    /^0+$/.test(host) || /^(?:0{16}FFFF0000)?0100007F$/.test(host) || host === '0'.repeat(24) + '01000000'
  )
}

function lines(path: string): readonly string[] {
  return orElse('', () => readFileSync(path, 'utf8'))
    .trimEnd()
    .split('\n')
}

/** A process may end, and a file be closed, while it is looked at. */
function orElse<Value>(otherwise: Value, read: () => Value): Value {
  try {
    return read()
  } catch {
    return otherwise
  }
}
