import "./styles/tokens.css";
import "./styles/base.css";

import { mount } from "svelte";

import Root from "./Root.svelte";
import { App } from "./app.svelte";
import { openBridge } from "./ipc/bridge";

const target = document.getElementById("app");
if (target) mount(Root, { target, props: { app: new App(openBridge()) } });
