import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { RequestFailed } from './api.ts'

/** What has been read from one library; another library begins with nothing. */
export function Queries({ children }: { readonly children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            // The only writer is this app: what is read stays right until a command is done.
            staleTime: Number.POSITIVE_INFINITY,
            refetchOnWindowFocus: false,
            networkMode: 'always',
            retry: (count, failed) =>
              count < 1 && failed instanceof RequestFailed && failed.error.code === 'dbProcessRestarted',
          },
          mutations: { networkMode: 'always', retry: false },
        },
      }),
  )
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
