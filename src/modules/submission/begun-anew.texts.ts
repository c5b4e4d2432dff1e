export const begunAnewTexts = {
  from: 'Zaczęty na nowo z projektu wcześniejszej edycji:',
}
