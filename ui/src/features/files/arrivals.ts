// Files that come by paste or drop.

/** The fields on the screen, the one that was opened last at the end: it takes what is pasted. */
const fields: symbol[] = [];

/** Has a field on the screen take part; returns the way out. */
export function joinFields(field: symbol): () => void {
  fields.push(field);
  return () => void fields.splice(fields.indexOf(field), 1);
}

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== "file") ||
  (target instanceof HTMLElement && target.isContentEditable);

/**
 * The files of a paste that this field should take. Spreadsheets put a picture of the cells beside their text: whoever
 * pastes that into a field to type in means the text.
 */
export function pastedFiles(event: ClipboardEvent, field: symbol, unnamed: (ending: string) => string): File[] {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length === 0 || event.defaultPrevented || fields.at(-1) !== field) return [];
  if (isEditable(event.target) && event.clipboardData?.types.includes("text/plain") === true) return [];
  event.preventDefault();
  return files.map((file) => named(file, unnamed));
}

/** Browsers call every pasted picture `image.png`, which tells nobody anything. */
function named(file: File, unnamed: (ending: string) => string): File {
  const ending = /^image\.(\w+)$/.exec(file.name)?.[1];
  return ending === undefined ? file : new File([file], unnamed(ending), { type: file.type });
}

export const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;

/** Whether this computer has a camera. Asks for no permission; names are not told before there is one. */
export async function hasCamera(): Promise<boolean> {
  // Web views without cameras, and pages that are not from here, lack the whole interface.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return false;
  const found = await devices.enumerateDevices().catch(() => []);
  return found.some((device) => device.kind === "videoinput");
}
