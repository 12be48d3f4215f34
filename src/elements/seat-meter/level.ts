import type { SeatState } from '../../state/index.ts';

/** How a pool stands: nothing bought, room, hardly any, none left, or more taken than there are. */
export type SeatLevel = 'none' | 'room' | 'nearly' | 'full' | 'over';

/** From which share of free seats on a pool is nearly full. At least one seat of room always counts as little. */
const LITTLE = 0.1;

export function levelOf({ total, used, free, reserved }: SeatState): SeatLevel {
  if (used > total) return 'over';
  if (total === 0) return 'none';
  if (free === 0) return 'full';
  const isTaken = used + reserved > 0;
  return isTaken && free <= Math.ceil(total * LITTLE) ? 'nearly' : 'room';
}
