import type { Channel, Security } from "../../generated/contract";

export const KINDS = ["wecom", "dingtalk", "feishu", "server_chan", "json", "email"] as const;
export type Kind = (typeof KINDS)[number];

/** A channel as it is typed. It lives only as long as its form: what is secret is kept nowhere but in the core. */
export type ChannelForm = {
  kind: Kind;
  url: string;
  secret: string;
  from: string;
  password: string;
  to: string;
  host: string;
  port: string;
  security: Security;
  user: string;
};

export function freshChannel(kind: Kind): ChannelForm {
  return {
    kind,
    url: "",
    secret: "",
    from: "",
    password: "",
    to: "",
    host: "",
    port: "465",
    security: "tls",
    user: "",
  };
}

/** Mail services whose server is not `smtp.` and what stands behind the @. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "foxmail.com": "smtp.qq.com",
  "vip.qq.com": "smtp.qq.com",
  "vip.163.com": "smtp.vip.163.com",
  "outlook.com": "smtp.office365.com",
  "hotmail.com": "smtp.office365.com",
};

/** The server of a sender's address, as a proposal. */
export function mailHost(address: string): string {
  const domain = /^[^@\s]+@([a-z0-9.-]+\.[a-z]{2,})$/i.exec(address.trim())?.[1]?.toLowerCase();
  return domain === undefined ? "" : (ELSEWHERE[domain] ?? `smtp.${domain}`);
}

/** The usual port of a protection. */
export function usualPort(security: Security): string {
  return { tls: "465", start_tls: "587", none: "25" }[security];
}

/** Addresses between any signs that people put there. */
export function recipients(typed: string): string[] {
  return typed.split(/[\s,，;；、]+/).filter((each) => each !== "");
}

/** What to send; everything is the core's to judge. */
export function channelFrom(form: ChannelForm): Channel {
  const { kind, url } = form;
  const secret = form.secret === "" ? null : form.secret;
  switch (kind) {
    case "wecom":
    case "server_chan":
      return { kind, url };
    case "dingtalk":
    case "feishu":
      return { kind, url, secret };
    case "json":
      return { kind, url, token: secret };
    case "email": {
      const password = form.password === "" ? null : form.password;
      const user = form.user.trim() || form.from.trim();
      return {
        kind,
        host: form.host.trim() || mailHost(form.from),
        // No number at all is a port that the core refuses in its own words.
        port: /^\d{1,9}$/.test(form.port.trim()) ? Number(form.port) : 0,
        security: form.security,
        user: password === null ? null : user,
        password,
        from: form.from,
        to: recipients(form.to),
      };
    }
  }
}
