/* Titles of panels in words instead of keys. */
#ifndef NORMLAB_STORE_PLAIN_WORDS_H
#define NORMLAB_STORE_PLAIN_WORDS_H

/* Returns the word for a value of a key: "MLP" for "mlp"; the value itself when there is no word for it. */
const char *value_in_words(const char *value);

/* Returns a panel's label in words, in a new string: "MLP, SGD" for "mlp, optimizer=sgd", "ResNet, rate 0.1" for
 * "resnet, lr=0.1". A value that is the text of a net, such as "avgpool 4; resnet depth=8", is replaced by its last item in
 * words: "ResNet, 8 layers". label NULL: returns "". */
char *title_in_words(const char *label);

#endif
