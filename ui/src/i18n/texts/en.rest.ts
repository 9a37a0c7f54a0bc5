// The English words of the other screens; one chunk, loaded while the first screen is already there.
import history from "../../../../words/en/history.ftl?raw";
import refusal from "../../../../words/en/refusal.ftl?raw";
import setup from "../../../../words/en/setup.ftl?raw";

export const texts: readonly string[] = [refusal, history, setup];
