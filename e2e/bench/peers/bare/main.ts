// The baseline: the least work that a browser can do for a key press: drawing one letter twice.
const input = document.querySelector('input');
const preview = document.querySelector('pre');
const show = () => {
  if (input && preview) preview.textContent = JSON.stringify(input.value);
};
input?.addEventListener('input', show);
show();
