/**
 * Runs in the page: sends messages of a wrong form through every door of `window.api` and sorts the answers.
 * Written without imports, because Playwright carries it over as text.
 */
export async function malformedMessages(count: number): Promise<{
  readonly sent: number
  readonly accepted: readonly string[]
  readonly uncoded: readonly string[]
}> {
  const junk: readonly unknown[] = [
    ...[
      undefined,
      null,
      true,
      -1,
      0.5,
      Number.NaN,
      Infinity,
      2n ** 70n,
      '',
      'x'.repeat(100_000),
      '__proto__',
      '\0',
    ],
    ...[
      [],
      [[]],
      {},
      { file: '/etc/passwd' },
      { page: 'one' },
      { projectId: {} },
      { amountFen: '1' },
      new Date(0),
    ],
    ...[new Map([['a', 1]]), new Uint8Array(1000), { actor: { name: 'x', role: 'king' } }, { page: 1e99 }],
    ...[JSON.parse('{"__proto__":{"role":"finance"},"constructor":1}'), { text: '\ud800' }, '../../x', /x/g],
  ]
  const names = [
    'recordPayment',
    'reversePayment',
    'createProject',
    'reportMilestone',
    'setDiscrepancyStatus',
  ]
  const odd = ['', 'constructor', '__proto__', 'toString', 'DROP TABLE payment', '总览', 'x'.repeat(5_000)]
  // A wrong name or index is not known to the types: that is what is tried here.
  const call = (door: string, ...args: readonly unknown[]): unknown =>
    Reflect.apply(Reflect.get(window.api, door), window.api, args)
  const pick = <Item>(list: readonly Item[], n: number): Item => list[n % list.length] as Item

  const accepted: string[] = []
  const uncoded: string[] = []
  const send = async (n: number): Promise<void> => {
    const one = pick(junk, n)
    const doors: readonly (readonly [string, ...unknown[]])[] = [
      ['request', pick(names, n), one],
      ['request', pick(odd, n), one],
      ['request', one, one, one],
      ['request', 'exportPayments', { file: '/tmp/written-by-a-page.csv' }],
      ['saveSettings', typeof one === 'object' ? { ...one, deviceId: 'x' } : one],
      ['openRecentLibrary', typeof one === 'number' ? 99 : one],
      ['restoreBackup', typeof one === 'number' ? 99 : one],
      ['createLibrary', typeof one === 'boolean' ? 'yes' : one],
      ['print', one],
    ]
    const [door, ...args] = pick(doors, Math.floor(n / junk.length) + n)
    const label = `${door} ${String(args[0]).slice(0, 30)} #${n % junk.length}`
    const got = await Promise.resolve(call(door, ...args)).catch((error: unknown) => String(error))
    const isJson = door === 'request' && typeof got === 'string' && got.startsWith('{')
    const answer = (isJson ? JSON.parse(got) : got) as { ok?: unknown; error?: { code?: unknown } }
    if (answer.ok === true) accepted.push(label)
    else if (answer.ok !== false || typeof answer.error?.code !== 'string')
      uncoded.push(`${label}: ${String(answer)}`)
    else if (answer.error.code === 'internal') uncoded.push(`${label}: internal`)
  }
  for (let sent = 0; sent < count; sent += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, index) => send(sent + index)))
  }
  return { sent: count, accepted: accepted.slice(0, 20), uncoded: uncoded.slice(0, 20) }
}
