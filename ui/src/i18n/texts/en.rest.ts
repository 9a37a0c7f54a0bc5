// The English words of the other screens; one chunk, loaded while the first screen is already there.
import aid from "../../../../words/en/aid.ftl?raw";
import check from "../../../../words/en/check.ftl?raw";
import contact from "../../../../words/en/contact.ftl?raw";
import dispute from "../../../../words/en/dispute.ftl?raw";
import files from "../../../../words/en/files.ftl?raw";
import guide from "../../../../words/en/guide.ftl?raw";
import incident from "../../../../words/en/incident.ftl?raw";
import keys from "../../../../words/en/keys.ftl?raw";
import receipt from "../../../../words/en/receipt.ftl?raw";
import pack from "../../../../words/en/pack.ftl?raw";
import alert from "../../../../words/en/alert.ftl?raw";
import history from "../../../../words/en/history.ftl?raw";
import refusal from "../../../../words/en/refusal.ftl?raw";
import reminders from "../../../../words/en/reminders.ftl?raw";
import report from "../../../../words/en/report.ftl?raw";
import search from "../../../../words/en/search.ftl?raw";
import setup from "../../../../words/en/setup.ftl?raw";
import work from "../../../../words/en/work.ftl?raw";

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
