/** Two soft notes, a fourth apart: heard in a kitchen, startling nobody. */
const NOTES = [
  { hertz: 659.25, at: 0.02 },
  { hertz: 880, at: 0.2 },
] as const;
const LOUDNESS = 0.12;
const FADES_S = 0.7;

/** Plays a short chime. A page that nobody has touched may not sound; then it stays silent. */
export function chime(): void {
  // Asked first: a sound that is refused is told on the console as if something were wrong.
  if (!(navigator.userActivation?.hasBeenActive ?? true)) return;
  const audio = new AudioContext();
  for (const { hertz, at } of NOTES) {
    const start = audio.currentTime + at;
    const voice = new OscillatorNode(audio, { type: "sine", frequency: hertz });
    const swell = new GainNode(audio, { gain: 0 });
    swell.gain.setValueAtTime(0, start);
    swell.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
    swell.gain.exponentialRampToValueAtTime(0.0001, start + FADES_S);
    voice.connect(swell).connect(audio.destination);
    voice.start(start);
    voice.stop(start + FADES_S);
    if (hertz === NOTES.at(-1)?.hertz) voice.onended = () => void audio.close();
  }
}
