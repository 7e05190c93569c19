import { maySend } from '../../../db/requests/requests.ts'
import { useActor } from '../../state.tsx'

/** Whether this person may make a library; it does not ask for one that is open and can be written. */
export function useMayCreate(): boolean {
  const actor = useActor()
  return actor !== null && maySend(actor.role, 'createLibrary')
}
