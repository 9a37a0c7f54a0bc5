const STEP = 1.5;
export const MOST_ZOOM = 8;

/** One step larger or smaller; 1 is as large as the place allows. */
export function zoomed(zoom: number, step: 1 | -1): number {
  return Math.min(MOST_ZOOM, Math.max(1, step === 1 ? zoom * STEP : zoom / STEP));
}
