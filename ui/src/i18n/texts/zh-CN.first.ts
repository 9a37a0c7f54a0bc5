// The Chinese words that the first screen says; one chunk, loaded before it is drawn.
import app from "../../../../words/zh-CN/app.ftl?raw";
import items from "../../../../words/zh-CN/items.ftl?raw";
import today from "../../../../words/zh-CN/today.ftl?raw";
import verdict from "../../../../words/zh-CN/verdict.ftl?raw";

export const texts: readonly string[] = [app, items, verdict, today];
