// Package grammar puts Russian words into the form that a paper needs: a name
// and a position into a case, a town behind «в» and «из», a number and a sum
// into words.
//
//	Name("Кузнецова Анна Сергеевна", Dative)    Кузнецовой Анне Сергеевне, sure
//	Short("Кузнецов Артём Ильич", Dative)       Кузнецову А. И., sure
//	InitialsFirst("Кузнецова А. С.", Genitive)  А. С. Кузнецовой, sure
//	Position("главный бухгалтер", Genitive)     главного бухгалтера, sure
//	Into("Химки")  From("Химки")  In("Химки")   в Химки, из Химок, в Химках
//	Roubles(750000)                             Семь тысяч пятьсот рублей 00 копеек
//	RoublesMixed(750000)                        7 500,00 (Семь тысяч пятьсот) рублей 00 копеек
//	Number(5, Masculine)  NumberOf(5, Masculine) пять, пяти
//
// It is pure and reads only the tables of assets/grammar. It must never know a
// person's record, a screen or a paper: who calls it decides which form is
// wanted and lets the user write another.
//
// Decisions:
//   - Every form comes with Sure. Unsure is not wrong: it is a form to look at
//     before it is signed, because the gender is not told, the stress decides
//     the ending, or the word is not known. An unknown word is still declined
//     by its ending where that is likely, and kept where it is not.
//   - The gender of a name is told by the patronymic, else by the given name,
//     else by the family name (-ова, -ский). A word that contradicts it makes
//     the form unsure.
//   - Women's family names on a consonant, and all on -ко, -о, -е, -и, -у, -ых,
//     -их are not declined; men's on a consonant are.
//   - ё is written in endings (Ильёй) and kept where it was written. What the
//     name wrote as е stays е.
//   - A position is declined up to its first noun: «руководителя отдела
//     управленческого учёта». It keeps the masculine for women.
//   - Towns on -ово and -ино are declined, as the literary norm has it.
//   - «во» stands before в or ф with a consonant behind it: во Владимир.
//   - Sums: the unit in words, hundredths as two digits; the first letter is a
//     capital. English takes "and" after hundreds: one hundred and one roubles.
//   - Digits are grouped by no-break spaces, as in data/text.
//   - The rules are our own, written from the norm (Зализняк; Правила русской
//     орфографии и пунктуации; the reference service gramota.ru), not taken
//     from another program.
package grammar
