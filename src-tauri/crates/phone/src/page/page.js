(function () {
  'use strict';
  var facts = JSON.parse(at('facts').textContent);
  var words = facts.words;
  var ends = Date.now() + facts.secondsLeft * 1000;
  var waiting = [], kept = 0, failed = 0, begun = false, sending = false, closed = false;

  function at(id) { return document.getElementById(id); }
  function show(id, visible) { at(id).hidden = !visible; }
  function say(text, bad) {
    at('said').textContent = text;
    at('said').className = bad ? 'said bad' : 'said';
  }
  function make(tag, name, text) {
    var node = document.createElement(tag);
    if (name) node.className = name;
    if (text) node.textContent = text;
    return node;
  }
  function sign(path) {
    var space = 'http://www.w3.org/2000/svg', svg = document.createElementNS(space, 'svg');
    var line = document.createElementNS(space, 'path');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    line.setAttribute('d', path);
    svg.appendChild(line);
    return svg;
  }

  // One row of the list: a small picture, the name, how far it is, what became of it.
  function addRow(name) {
    var row = { box: make('li'), thumb: make('div', 'thumb', ending(name)), middle: make('div') };
    row.bar = make('progress');
    row.bar.max = 100;
    row.bar.value = 0;
    row.bar.setAttribute('aria-label', name);
    row.word = make('div', 'word');
    row.middle.appendChild(make('div', 'name', name));
    row.middle.appendChild(row.bar);
    row.middle.appendChild(row.word);
    row.box.appendChild(row.thumb);
    row.box.appendChild(row.middle);
    at('list').appendChild(row.box);
    show('list', true);
    return row;
  }
  function ending(name) {
    var found = /\.([a-z0-9]{1,4})$/i.exec(name);
    return found ? found[1].toUpperCase() : '';
  }
  function state(row, name, text, path) {
    row.box.className = name;
    row.bar.hidden = name !== 'going';
    row.word.textContent = '';
    if (path) row.word.appendChild(sign(path));
    row.word.appendChild(make('span', '', text));
  }
  // Drawn small and let go at once: twenty whole photos would be too much for an old phone.
  function picture(row, file) {
    if (!/^image\//.test(file.type) || !window.URL) return;
    var url = URL.createObjectURL(file), image = new Image();
    image.onload = function () {
      var canvas = make('canvas'), side = Math.min(image.naturalWidth, image.naturalHeight);
      canvas.width = canvas.height = 144;
      canvas.getContext('2d').drawImage(image, (image.naturalWidth - side) / 2,
        (image.naturalHeight - side) / 2, side, side, 0, 0, 144, 144);
      row.thumb.textContent = '';
      row.thumb.appendChild(canvas);
      URL.revokeObjectURL(url);
    };
    image.onerror = function () { URL.revokeObjectURL(url); };
    image.src = url;
  }

  function succeed(row, file) {
    var heic = /\.hei[cf]$/i.test(file.name) || /^image\/hei[cf]/.test(file.type);
    kept += 1;
    state(row, 'kept', heic ? words.kept_heic : words.kept, 'M4 12.5l5.5 5.5L20 7');
  }
  function fail(row, file, code, again) {
    failed += 1;
    state(row, 'failed', words[code] || words.refused, 'M12 5v9m0 4.5v.01');
    if (!again) return;
    var button = make('button', '', words.again);
    button.type = 'button';
    button.onclick = function () {
      row.box.removeChild(button);
      failed -= 1;
      state(row, 'going', words.waiting);
      waiting.push({ row: row, file: file });
      if (!sending) go();
    };
    row.box.appendChild(button);
  }
  function ask(method, path, then) {
    var call = new XMLHttpRequest();
    call.open(method, facts.base + path);
    call.onload = function () {
      var code = '';
      try { code = JSON.parse(call.responseText).refusal || ''; } catch (e) { code = 'refused'; }
      then(call.status === 200 ? '' : code || 'refused');
    };
    call.onerror = call.ontimeout = function () { then('no_line'); };
    return call;
  }
  function headerName(name) {
    try { return encodeURIComponent(name.slice(-200)); } catch (e) { return ''; }
  }

  function go() {
    var next = closed ? null : waiting.shift();
    sending = !!next;
    if (!closed) settle();
    if (!next) return;
    var row = next.row, file = next.file;
    state(row, 'going', words.sending.replace('%n%', 0));
    picture(row, file);
    var call = ask('PUT', '/file', function (code) {
      if (!code) succeed(row, file);
      else fail(row, file, code, /^(no_line|broken_off|busy|not_kept|refused)$/.test(code));
      go();
    });
    call.upload.onprogress = function (event) {
      var part = event.lengthComputable ? Math.floor(event.loaded / event.total * 100) : 0;
      row.bar.value = part;
      state(row, 'going', part < 100 ? words.sending.replace('%n%', part) : words.checking);
    };
    call.setRequestHeader('X-Name', headerName(file.name || words.nameless));
    call.send(file);
  }
  function settle() {
    var any = kept + failed > 0 || sending;
    at('pick-label').textContent = any ? words.more : words.pick;
    at('done').disabled = sending;
    show('done', any);
    if (any) ['tips', 'lead', 'hint'].forEach(function (id) { show(id, false); });
    if (sending) say(words.said_sending);
    else if (failed) say(words.said_failed.replace('%n%', failed), true);
    else say(kept ? words.said_kept.replace('%n%', kept) : '');
  }

  function begin() {
    show('start', false);
    show('pick', true);
    // What to cover stays in sight until there is a list: now is when photos are taken.
    show('tip-wifi', false);
    show('tip-once', false);
    at('tips').className = 'tips only';
    at('other').parentNode.hidden = true;
    // What was chosen while the tap was still on its way goes now.
    begun = true;
    go();
    at('files').focus();
  }
  function close(title, text, good) {
    closed = true;
    document.body.className = 'over';
    waiting.forEach(function (left) { fail(left.row, left.file, 'gone_title'); });
    show('foot', false);
    show('tips', false);
    at('left').textContent = '';
    if (good) {
      var big = make('div', 'big');
      big.appendChild(sign('M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zM7.5 12.5l3 3 6-6.5'));
      at('headline').parentNode.insertBefore(big, at('headline'));
    }
    at('headline').textContent = title;
    show('lead', false);
    say(text);
    at('headline').focus();
  }
  function tick() {
    var left = Math.ceil((ends - Date.now()) / 60000);
    if (closed) return;
    if (Date.now() >= ends) { close(words.gone_title, words.gone_text); return; }
    at('left').textContent = left < 2 ? words.left_one : words.left.replace('%n%', left);
  }

  at('start').onclick = function () {
    var button = at('start');
    if (navigator.cookieEnabled === false) { say(words.no_cookies, true); return; }
    button.disabled = true;
    button.textContent = words.starting;
    ask('POST', '/start', function (code) {
      button.disabled = false;
      button.textContent = words.start;
      if (code) say(words[code] || words.no_line, true);
      else begin();
    }).send();
  };
  at('files').onchange = function () {
    var files = at('files').files, i, row;
    for (i = 0; i < files.length; i += 1) {
      row = addRow(files[i].name || words.nameless);
      if (files[i].size === 0) fail(row, files[i], 'file_empty');
      else if (files[i].size > facts.fileBytes) fail(row, files[i], 'file_too_large');
      else {
        state(row, 'going', words.waiting);
        waiting.push({ row: row, file: files[i] });
      }
    }
    // Emptied, so that the same photo can be chosen again; the files themselves stay with their rows.
    setTimeout(function () { at('files').value = ''; }, 0);
    if (begun && !sending) go();
  };
  at('done').onclick = function () {
    at('done').disabled = true;
    ask('POST', '/done', function (code) {
      at('done').disabled = false;
      if (code) say(words[code] || words.no_line, true);
      else if (kept) close(words.done_title, words.done_text.replace('%n%', kept), true);
      else close(words.done_none_title, words.done_none);
    }).send();
  };

  show('foot', true);
  facts.kept.forEach(function (name) { succeed(addRow(name), { name: name, type: '' }); });
  if (facts.started) begin();
  tick();
  setInterval(tick, 5000);
})();
