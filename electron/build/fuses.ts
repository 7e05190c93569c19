import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

/** Sets the switches burnt into a packaged executable, reads them back, and throws if one did not take. */
export async function setFuses(executable: string, platform: string): Promise<void> {
  const known = await getCurrentFuseWire(executable)
  const wanted = fuses(platform).filter(([option]) => known[option] !== undefined)
  await flipFuses(executable, { version: FuseVersion.V1, ...Object.fromEntries(wanted) })
  const now = await getCurrentFuseWire(executable)
  for (const [option, isOn] of wanted) {
    if (now[option] !== (isOn ? FuseState.ENABLE : FuseState.DISABLE)) {
      throw new Error(`Fuse ${FuseV1Options[option]} was not set in ${executable}`)
    }
  }
}

/** An Electron that does not know a fuse yet keeps its own behaviour for it. */
function fuses(platform: string): readonly (readonly [FuseV1Options, boolean])[] {
  return [
    [FuseV1Options.RunAsNode, false],
    [FuseV1Options.EnableCookieEncryption, false],
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
    [FuseV1Options.EnableNodeCliInspectArguments, false],
    // Linux has no check of the archive yet.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, platform !== 'linux'],
    [FuseV1Options.OnlyLoadAppFromAsar, true],
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
    [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
  ]
}
