// The Chinese words of the other screens; one chunk, loaded while the first screen is already there.
import history from "../../../../words/zh-CN/history.ftl?raw";
import refusal from "../../../../words/zh-CN/refusal.ftl?raw";
import setup from "../../../../words/zh-CN/setup.ftl?raw";

export const texts: readonly string[] = [refusal, history, setup];
