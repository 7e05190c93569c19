import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type {
  CommandName,
  QueryName,
  RequestInput,
  RequestName,
  RequestOutput,
} from '../db/requests/requests.ts'
import { requests } from '../db/requests/requests.ts'
import { type Answer, type RequestError, readAnswer } from '../db/requests/wire.ts'

/** The only error that a request ends in: a coded one, its message in the user's language. */
export class RequestFailed extends Error {
  readonly error: RequestError

  constructor(error: RequestError) {
    super(error.message)
    this.name = 'RequestFailed'
    this.error = error
  }
}

interface QueryOptions {
  readonly isEnabled?: boolean
  /** Keeps the rows shown so far while the next page or filter loads. */
  readonly keepsPrevious?: boolean
}

/** Asks the db; mounted answers are asked again after every finished command. */
export function useRequest<Name extends QueryName>(
  name: Name,
  input: RequestInput<Name>,
  options: QueryOptions = {},
) {
  return useQuery<RequestOutput<Name>, RequestFailed>({
    queryKey: [name, input],
    queryFn: () => send(name, input),
    enabled: options.isEnabled ?? true,
    ...(options.keepsPrevious === true ? { placeholderData: keepPreviousData } : {}),
  })
}

/** Asks ahead for what is likely to be asked next (the same input by identity is asked once). */
export function usePrefetch<Name extends QueryName>(
  name: Name,
  input: RequestInput<Name>,
  isWanted: boolean,
): void {
  const client = useQueryClient()
  useEffect(() => {
    // What fails here is asked again, and told, when it is wanted.
    if (isWanted)
      client.query({ queryKey: [name, input], queryFn: () => send(name, input) }).catch(() => null)
  }, [client, name, input, isWanted])
}

/** The same question about several things; those that are not answered yet are undefined. */
export function useRequests<Name extends QueryName>(name: Name, inputs: readonly RequestInput<Name>[]) {
  return useQueries({
    queries: inputs.map((input) => ({
      queryKey: [name, input],
      queryFn: () => send(name, input),
    })),
    combine: answersOf<RequestOutput<Name>>,
  })
}

function answersOf<Output>(answers: readonly { readonly data: Output | undefined }[]) {
  return answers.map(({ data }) => data)
}

/** Lists whose answer is a page of items. */
export type PagedName = {
  [Name in QueryName]: RequestOutput<Name> extends { items: unknown[]; page: number } ? Name : never
}[QueryName]

/** Every item of a paged list, page after page; for lists that are known to be short. */
export function useAllPages<Name extends PagedName>(
  name: Name,
  input: RequestInput<Name>,
  options: QueryOptions = {},
) {
  return useQuery<RequestOutput<Name>['items'], RequestFailed>({
    queryKey: [name, input, 'all'],
    queryFn: () => allPages(name, input),
    enabled: options.isEnabled ?? true,
    ...(options.keepsPrevious === true ? { placeholderData: keepPreviousData } : {}),
  })
}

/**
 * Changes the library. Each attempt carries an idempotency key, and one whose outcome stayed unknown keeps it: the
 * same content sent again is never written twice. After an unknown outcome the lists are asked again, too.
 */
export function useCommand<Name extends CommandName>(name: Name) {
  const client = useQueryClient()
  const attempt = useRef<{ readonly content: string; readonly key: string } | null>(null)
  return useMutation<RequestOutput<Name>, RequestFailed, RequestInput<Name>>({
    mutationFn: async (input) => {
      const content = JSON.stringify(input)
      const key = attempt.current?.content === content ? attempt.current.key : crypto.randomUUID()
      attempt.current = { content, key }
      const value = await send(name, { idempotencyKey: key, ...input })
      attempt.current = null
      return value
    },
    onSettled: (_value, failed) => {
      // Not awaited: the form is free for the next entry while the lists are asked again.
      if (failed === null || failed.error.code === 'dbProcessDied') void client.invalidateQueries()
    },
  })
}

/** Sends one request and unwraps its envelope. @throws RequestFailed */
export async function send<Name extends RequestName>(name: Name, input: unknown, key?: string) {
  return parseOutput(name, unwrap(readAnswer(await window.api.request(name, input, key))))
}

/** @throws RequestFailed */
export function unwrap<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new RequestFailed(answer.error)
  return answer.value
}

/** Every item of a paged list; of one longer than `most` some more than that, so that it is seen to be too long. @throws RequestFailed */
export async function allPages<Name extends PagedName>(
  name: Name,
  input: RequestInput<Name>,
  most = Number.POSITIVE_INFINITY,
): Promise<RequestOutput<Name>['items']> {
  const first = await send(name, { ...input, page: 1, pageSize: 100 })
  const items: unknown[] = [...first.items]
  for (let page = 2; items.length < first.total && items.length <= most; page += 1) {
    const next = await send(name, { ...input, page, pageSize: 100 })
    if (next.items.length === 0) break
    items.push(...next.items)
  }
  return parseItems<Name>(items)
}

function parseOutput<Name extends RequestName>(name: Name, value: unknown): RequestOutput<Name> {
  return requests[name].output.parse(value) as RequestOutput<Name>
}

/** Each page has been parsed before; only the type is put back. */
function parseItems<Name extends PagedName>(items: unknown[]) {
  return items as RequestOutput<Name>['items']
}
