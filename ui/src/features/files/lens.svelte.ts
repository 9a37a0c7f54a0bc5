/** Why there is no picture from the camera. */
export type LensTrouble = "denied" | "busy" | "none";

const QUALITY = 0.92;

function troubleOf(cause: unknown): LensTrouble {
  const name = cause instanceof DOMException ? cause.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "none";
}

/**
 * The camera of this computer while its sheet is open. The last picture stays in the hand until the next one is taken or
 * the sheet is left, so that it can be taken again.
 */
export class Lens {
  ready = $state(false);
  trouble = $state<LensTrouble | null>(null);
  cameras = $state.raw<MediaDeviceInfo[]>([]);
  chosen = $state("");
  shot = $state.raw<{ blob: Blob; url: string } | null>(null);
  /** How many were taken, the one in the hand among them. */
  count = $state(0);
  #stream: MediaStream | null = null;
  #closed = false;

  constructor(private readonly keep: (blob: Blob, count: number) => void) {}

  async open(video: HTMLVideoElement, device?: string): Promise<void> {
    this.#off();
    this.trouble = null;
    const which = device === undefined ? { facingMode: "environment" } : { deviceId: { exact: device } };
    try {
      const wanted = { video: { ...which, width: { ideal: 1920 }, height: { ideal: 1080 } }, audio: false };
      const stream = await navigator.mediaDevices.getUserMedia(wanted);
      // Left while the person was asked: a light that stays on would frighten anybody.
      if (this.#closed) return stop(stream);
      this.#stream = stream;
      video.srcObject = stream;
      await video.play();
      this.ready = true;
      // Names are told only once the person has agreed.
      this.cameras = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === "videoinput");
      this.chosen = stream.getVideoTracks()[0]?.getSettings().deviceId ?? "";
    } catch (cause) {
      if (!this.#closed) this.trouble = troubleOf(cause);
    }
  }

  /** Takes a picture; the one before is kept. */
  async take(video: HTMLVideoElement): Promise<void> {
    if (!this.ready || video.videoWidth === 0) return;
    const canvas = document.createElement("canvas");
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d")?.drawImage(video, 0, 0);
    const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, "image/jpeg", QUALITY));
    if (!blob) return;
    this.#hand();
    this.count += 1;
    this.shot = { blob, url: URL.createObjectURL(blob) };
    if (this.#closed) this.#hand();
  }

  /** Throws the picture in the hand away. */
  again(): void {
    if (!this.shot) return;
    URL.revokeObjectURL(this.shot.url);
    this.shot = null;
    this.count -= 1;
  }

  /** Switches the camera off and keeps what is in the hand. */
  close(): void {
    this.#closed = true;
    this.#off();
    this.#hand();
  }

  #hand(): void {
    const shot = this.shot;
    if (!shot) return;
    this.shot = null;
    URL.revokeObjectURL(shot.url);
    this.keep(shot.blob, this.count);
  }

  #off(): void {
    this.ready = false;
    if (this.#stream) stop(this.#stream);
    this.#stream = null;
  }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
