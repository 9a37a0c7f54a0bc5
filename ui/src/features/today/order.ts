import type { Section, TodayItem } from "../../generated/contract";

/** What a person confirms by looking; everything else asks for something to be entered. */
export function isLooked(item: TodayItem): boolean {
  return item.kind === "check" || item.kind === "probe";
}

export function flat(sections: readonly Section[]): TodayItem[] {
  return sections.flatMap((section) => section.items);
}

export function sectionOf(sections: readonly Section[], item: string | null): Section | null {
  return sections.find((section) => section.items.some((each) => each.item === item)) ?? null;
}

/** The row above or below; stays at the ends. */
export function rowBeside(sections: readonly Section[], from: string | null, by: 1 | -1): string | null {
  const rows = flat(sections);
  const at = rows.findIndex((each) => each.item === from);
  if (at < 0) return rows[0]?.item ?? null;
  return rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.item ?? null;
}

/** The first row still open of the section beside, or its first row when all are done. */
export function sectionBeside(sections: readonly Section[], from: string | null, by: 1 | -1): string | null {
  const filled = sections.filter((section) => section.items.length > 0);
  const at = filled.findIndex((section) => section.items.some((each) => each.item === from));
  const next = filled[at < 0 ? 0 : Math.min(filled.length - 1, Math.max(0, at + by))];
  if (!next) return null;
  return (next.items.find((each) => each.result === null) ?? next.items[0])?.item ?? null;
}

/** The next row without a mark after `from`, going round once; `from` itself only when nothing else is left. */
export function nextLeft(sections: readonly Section[], from: string | null): string | null {
  const rows = flat(sections);
  const at = rows.findIndex((each) => each.item === from);
  const round = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  return round.find((each) => each.result === null)?.item ?? null;
}

export function firstLeft(sections: readonly Section[]): string | null {
  return nextLeft(sections, null);
}

/** Two columns of about the same height, sections kept whole and in order: reading goes down, then across. */
export function columns(sections: readonly Section[]): [Section[], Section[]] {
  const height = (section: Section): number => section.items.length + 1;
  const filled = sections.filter((section) => section.items.length > 0);
  const total = filled.reduce((sum, section) => sum + height(section), 0);
  let best = { cut: filled.length, off: Infinity };
  let left = 0;
  filled.forEach((section, index) => {
    left += height(section);
    const off = Math.abs(2 * left - total);
    if (off < best.off) best = { cut: index + 1, off };
  });
  return [filled.slice(0, best.cut), filled.slice(best.cut)];
}

/** Sections holding only what the words are found in; `textOf` gives title and guide in the language shown. */
export function found(sections: readonly Section[], words: string, textOf: (item: string) => string): Section[] {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [...sections];
  return sections
    .map((section) => ({
      ...section,
      items: section.items.filter((each) => {
        const text = textOf(each.item).toLowerCase();
        return parts.every((part) => text.includes(part));
      }),
    }))
    .filter((section) => section.items.length > 0);
}
