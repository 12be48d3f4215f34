import type { PolicyDocument } from '../document.ts';
import zoom from './zoom.ts';

/** The policies of real products, by id. Each is plain data, to be used as it is or as a start. */
export const presets: Readonly<Record<string, PolicyDocument>> = { zoom };
