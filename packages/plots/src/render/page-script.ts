/**
 * What the page runs after vega's libraries: draws the plot, and for one that moves adds a button and a slider. It reads
 * only the page's own JSON; `ast` keeps vega from making code out of text.
 */
export const pageScript = `
(function () {
  "use strict";
  var page = JSON.parse(document.getElementById("page").textContent);
  var options = {
    ast: true,
    renderer: "svg",
    actions: { export: true, source: false, compiled: false, editor: false },
    i18n: { SVG_ACTION: page.texts.SVG_ACTION, PNG_ACTION: page.texts.PNG_ACTION },
    loader: { load: refuse, http: refuse, file: refuse, sanitize: sanitize }
  };
  function refuse() { return Promise.reject(new Error("this page loads nothing")); }
  function sanitize(uri) { return uri.startsWith("data:") ? Promise.resolve({ href: uri }) : refuse(); }
  function play(view, animation) {
    var player = document.getElementById("player");
    var button = document.createElement("button");
    var slider = document.createElement("input");
    slider.type = "range";
    slider.min = 0;
    slider.max = animation.count - 1;
    slider.value = animation.start;
    player.append(button, slider);
    player.hidden = false;
    var timer = null;
    function show() { view.signal(animation.signal, Number(slider.value)).runAsync(); }
    function stop() { clearInterval(timer); timer = null; button.textContent = page.texts.play; }
    function step() { slider.value = (Number(slider.value) + 1) % animation.count; show(); }
    stop();
    slider.addEventListener("input", show);
    button.addEventListener("click", function () {
      if (timer !== null) return stop();
      timer = setInterval(step, animation.milliseconds);
      button.textContent = page.texts.pause;
    });
  }
  document.fonts.ready
    .then(function () { return document.fonts.load('12px "Noto Sans JP"'); })
    .then(function () { return vegaEmbed("#plot", page.spec, options); })
    .then(function (result) {
      if (page.animation !== null) play(result.view, page.animation);
      document.documentElement.dataset.drawn = "yes";
    });
})();
`;
