// The Chinese words of the other screens; one chunk, loaded while the first screen is already there.
import aid from "../../../../words/zh-CN/aid.ftl?raw";
import check from "../../../../words/zh-CN/check.ftl?raw";
import contact from "../../../../words/zh-CN/contact.ftl?raw";
import dispute from "../../../../words/zh-CN/dispute.ftl?raw";
import files from "../../../../words/zh-CN/files.ftl?raw";
import guide from "../../../../words/zh-CN/guide.ftl?raw";
import incident from "../../../../words/zh-CN/incident.ftl?raw";
import keys from "../../../../words/zh-CN/keys.ftl?raw";
import receipt from "../../../../words/zh-CN/receipt.ftl?raw";
import pack from "../../../../words/zh-CN/pack.ftl?raw";
import alert from "../../../../words/zh-CN/alert.ftl?raw";
import history from "../../../../words/zh-CN/history.ftl?raw";
import refusal from "../../../../words/zh-CN/refusal.ftl?raw";
import reminders from "../../../../words/zh-CN/reminders.ftl?raw";
import report from "../../../../words/zh-CN/report.ftl?raw";
import search from "../../../../words/zh-CN/search.ftl?raw";
import setup from "../../../../words/zh-CN/setup.ftl?raw";
import work from "../../../../words/zh-CN/work.ftl?raw";

export const texts: readonly string[] = [
  alert,
  history,
  refusal,
  reminders,
  setup,
  aid,
  contact,
  dispute,
  files,
  guide,
  incident,
  pack,
  receipt,
  work,
  search,
  keys,
  check,
  report,
];
