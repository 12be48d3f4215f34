import type { PolicyDocument } from '../document.ts';
import clickmeeting from './clickmeeting.ts';
import logmein from './logmein.ts';
import messaging from './messaging.ts';
import respondIo from './respond-io.ts';
import zoom from './zoom.ts';

/** The policies of five products, by id. Each is plain data, to be used as it is or as a start. */
export const presets = {
  clickmeeting,
  logmein,
  messaging,
  'respond-io': respondIo,
  zoom,
} as const satisfies Readonly<Record<string, PolicyDocument>>;
