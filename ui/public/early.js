// Runs before the first paint. The shop's core keeps theme, text size and language; this copy only spares the eye
// the moment until the core has answered. A value that cannot be read is left to the system.
(function () {
  try {
    var look = JSON.parse(window.localStorage.getItem("kaizhang-look") || "{}");
    var root = document.documentElement;
    if (look.theme === "light" || look.theme === "dark") root.dataset.theme = look.theme;
    if (look.language === "en" || look.language === "zh-CN") root.lang = look.language;
    if (look.textSize >= 100 && look.textSize <= 200) root.style.fontSize = look.textSize + "%";
  } catch {
    // Storage may be switched off; the system's own look is then the first one.
  }
})();
