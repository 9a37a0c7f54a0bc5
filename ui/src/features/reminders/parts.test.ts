import { describe, expect, it } from "vitest";

import type { ReminderDay, Standing } from "../../generated/contract";
import { channelFrom, freshChannel, mailHost, recipients } from "./channel";
import { minutesOf, stepped } from "./minutes";
import { nextReminder } from "./next";

it.each([
  ["15", 15],
  [" 5 ", 5],
  ["１５", 15],
  ["0", 0],
  ["99999999", 65_535],
  ["1.5", null],
  ["-5", null],
  ["十五", null],
  ["", null],
])("reads %j as %j minutes", (typed, minutes) => expect(minutesOf(typed)).toBe(minutes));

it("steps to round numbers and stays within the limits", () => {
  expect(stepped(30, 1, 5, [0, 240])).toBe(35);
  expect(stepped(32, 1, 5, [0, 240])).toBe(35);
  expect(stepped(32, -1, 5, [0, 240])).toBe(30);
  expect(stepped(3, -1, 5, [0, 240])).toBe(0);
  expect(stepped(5, -1, 5, [5, 240])).toBe(5);
  expect(stepped(239, 1, 5, [0, 240])).toBe(240);
});

describe("a channel as typed", () => {
  it("becomes what the core takes, with nothing in it that was not typed", () => {
    const url = "https://example.com/hook";
    expect(channelFrom({ ...freshChannel("wecom"), url, secret: "left over" })).toEqual({ kind: "wecom", url });
    expect(channelFrom({ ...freshChannel("dingtalk"), url })).toEqual({ kind: "dingtalk", url, secret: null });
    expect(channelFrom({ ...freshChannel("json"), url, secret: "t" })).toEqual({ kind: "json", url, token: "t" });
  });

  it("fills in what a mail address already says", () => {
    const form = { ...freshChannel("email"), from: "dian@qq.com", password: "abcd", to: "a@x.cn，b@y.cn; c@z.cn" };
    expect(channelFrom(form)).toEqual({
      kind: "email",
      host: "smtp.qq.com",
      port: 465,
      security: "tls",
      user: "dian@qq.com",
      password: "abcd",
      from: "dian@qq.com",
      to: ["a@x.cn", "b@y.cn", "c@z.cn"],
    });
    expect(channelFrom({ ...form, password: "", port: "x" })).toMatchObject({ user: null, password: null, port: 0 });
    expect(mailHost("a@foxmail.com")).toBe("smtp.qq.com");
    expect(mailHost("nobody")).toBe("");
    expect(recipients(" , ")).toEqual([]);
  });
});

describe("the next reminder", () => {
  const day = (date: string, ...hours: string[]): ReminderDay => ({
    day: date,
    shifts: [],
    planned: false,
    note: "",
    reminders: hours.map((hour, at) => ({ kind: at === 0 ? "due" : "late", at: `${date}T${hour}:00Z` })),
    nags: hours.length > 0 ? 10 : 0,
    last_nag_at: hours.length > 0 ? `${date}T20:45:00Z` : null,
    done: false,
  });
  const days = [day("2026-11-23", "08:30", "09:00"), day("2026-11-24"), day("2026-11-25", "08:30", "09:00")];
  const at = (hour: string): string => `2026-11-23T${hour}:00Z`;
  const standing: Standing = { kind: "due", since: at("08:30"), late_min: 0, put_off_until: null };
  const tomorrow = { kind: "at", day: "2026-11-25", at: "2026-11-25T08:30:00Z" };

  it("is the first one to come, as long as it can still ring", () => {
    expect(nextReminder({ now: at("07:00"), days }, null)).toEqual({ kind: "at", day: "2026-11-23", at: at("08:30") });
    expect(nextReminder({ now: at("08:40"), days }, standing)).toEqual({
      kind: "at",
      day: "2026-11-23",
      at: at("09:00"),
    });
    expect(nextReminder({ now: at("10:00"), days }, standing)).toEqual({ kind: "nagging" });
    expect(nextReminder({ now: at("21:00"), days }, standing)).toEqual(tomorrow);
  });

  it("passes over days that are done, shut, or were never reminded of", () => {
    expect(nextReminder({ now: at("08:40"), days }, null)).toEqual(tomorrow);
    const done = days.map((each, index) => ({ ...each, done: index === 0 }));
    expect(nextReminder({ now: at("07:00"), days: done }, null)).toEqual(tomorrow);
    expect(nextReminder({ now: at("07:00"), days: [day("2026-11-23")] }, null)).toEqual({ kind: "none" });
  });
});
