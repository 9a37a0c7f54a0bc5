import type { IncidentPage } from "../../../ui/src/generated/contract";
import type { Shop } from "./shop";
import { expect, type Page } from "./test";

/** A shop with an acquirer whose number is from the contract, and one terminal. */
export async function withHotline(
  shop: Shop,
  { company = "示例收单", terminal = "柜台" }: { company?: string; terminal?: string } = {},
): Promise<void> {
  await shop.call("put_provider", {
    id: "provider-1",
    name: company,
    kind: "acquirer",
    hotline: { value: "400-000-1234", from: "contract", seen_on: "2026-03-02" },
    site: null,
    branch: null,
    merchant_no: "822100058120117",
    licence: null,
    note: "",
    retired: false,
  });
  await shop.call("put_terminal", {
    id: "terminal-1",
    name: terminal,
    till: "till-1",
    lanes: ["card"],
    provider: "provider-1",
    terminal_no: "33012764",
    model: "",
    serial_no: "",
    lights: "",
    software: "",
    got_from: "official",
    address: "",
    retired: false,
  });
}

/** F2, and the hand is in the field. */
export async function firstAid(page: Page): Promise<void> {
  await page.keyboard.press("F2");
  await expect(page.getByTestId("page-firstaid")).toBeVisible();
  await expect(page.getByTestId("aid-words")).toBeFocused();
}

/** From “the terminal shows 96” to the step at which the sale is looked up, by keyboard. */
export async function openCode(page: Page, code: string, step = "look-up"): Promise<void> {
  await firstAid(page);
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("aid-step")).toHaveAttribute("data-step", step);
  await expect(page.locator("#aid-step")).toBeFocused();
}

export const incident = (shop: Shop, which = "1"): Promise<IncidentPage> =>
  shop.call("show_incident", { incident: which });

/** A picture from the clipboard, as after Ctrl + V. */
export function paste(page: Page, name: string, bytes: Buffer): Promise<void> {
  return page.evaluate(
    ([name, bytes]) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(bytes)], name, { type: "image/png" }));
      window.dispatchEvent(
        new ClipboardEvent("paste", {
          clipboardData: files,
          bubbles: true,
          cancelable: true,
        }),
      );
    },
    [name, [...bytes]] as const,
  );
}
