import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The folder of package.json; every build path starts here. */
export const projectFolder = join(import.meta.dirname, '..', '..')

/** All that a build writes; ignored by git, safe to delete. */
export const outFolder = join(projectFolder, 'out')

/** Resolves a package the way a file at the top of the project would. */
export const requireFromProject = createRequire(join(projectFolder, 'package.json'))
