/* Titles of panels in words instead of keys. */
#ifndef NORMLAB_STORE_PLAIN_WORDS_H
#define NORMLAB_STORE_PLAIN_WORDS_H

/* What a value of a key is called: "MLP" for "mlp"; itself where there is no word for it. */
const char *value_in_words(const char *value);

/* A panel's label in words, in a new string: "MLP, SGD" for "mlp, optimizer=sgd", "ResNet, rate 0.1" for
 * "resnet, lr=0.1". Of a net's parts, "avgpool 4; resnet depth=8", the last: "ResNet, 8 layers". NULL is "". */
char *title_in_words(const char *label);

#endif
