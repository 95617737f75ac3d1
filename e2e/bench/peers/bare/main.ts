// The baseline: the least work a browser can do for a key, which is to draw one letter twice.
const input = document.querySelector('input');
const preview = document.querySelector('pre');
const show = () => {
  if (input && preview) preview.textContent = JSON.stringify(input.value);
};
input?.addEventListener('input', show);
show();
