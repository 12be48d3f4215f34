import type { PolicyDocument } from '../../policy/index.ts';

// One import per preset, each spelled out, so that a bundler makes one small file of each.
const PRESETS: Readonly<Record<string, () => Promise<{ default: PolicyDocument }>>> = {
  clickmeeting: () => import('../../policy/presets/clickmeeting.ts'),
  logmein: () => import('../../policy/presets/logmein.ts'),
  messaging: () => import('../../policy/presets/messaging.ts'),
  'respond-io': () => import('../../policy/presets/respond-io.ts'),
  zoom: () => import('../../policy/presets/zoom.ts'),
};

/**
 * The preset of this id, read when it is first needed.
 *
 * @throws TypeError if there is none; it names those there are.
 */
export async function loadPreset(id: string): Promise<PolicyDocument> {
  const load = Object.hasOwn(PRESETS, id) ? PRESETS[id] : undefined;
  if (!load)
    throw new TypeError(
      `policy: there is no preset "${id}"; known are ${Object.keys(PRESETS).join(', ')}.`,
    );
  return (await load()).default;
}
