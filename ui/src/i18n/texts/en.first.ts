// The English words that the first screen says; one chunk, loaded before it is drawn.
import app from "../../../../words/en/app.ftl?raw";
import items from "../../../../words/en/items.ftl?raw";
import today from "../../../../words/en/today.ftl?raw";
import verdict from "../../../../words/en/verdict.ftl?raw";

export const texts: readonly string[] = [app, items, verdict, today];
