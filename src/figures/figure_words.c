#include "figures/figure_words.h"
#include "base/arena.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

const char *value_in_words(const char *value)
{
#define WORD(name, called)                                                                         \
    if (strcmp(value, name) == 0)                                                                  \
        return called;
#define SETTING(key, before, after)
#include "figures/figure_words.def"
#undef WORD
#undef SETTING
    return value;
}

/* Adds a key's value with what stands before and after it in a title. */
static void add_setting(struct text *t, const char *key, const char *value)
{
    static const char *const words[][3] = {
#define WORD(name, called)
#define SETTING(key, before, after) {key, before, after},
#include "figures/figure_words.def"
#undef WORD
#undef SETTING
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], key) == 0) {
            text_add_item(t, ", ", "%s%s%s", words[i][1], value, words[i][2]);
            return;
        }
    text_add_item(t, ", ", "%s: %s", key, value);
}

/* Adds a value, or a key and its value. */
static void add_word(struct text *t, char *word)
{
    char *value = strchr(word, '=');

    if (value)
        *value++ = '\0';
    if (!value || value_in_words(value) != value)
        text_add_item(t, ", ", "%s", value_in_words(value ? value : word));
    else
        add_setting(t, word, value);
}

char *title_in_words(const char *label)
{
    char *copy = xstrdup(label ? label : ""), *rest = NULL, *more = NULL;
    struct text t = {0};

    for (char *item = strtok_r(copy, ",", &rest); item; item = strtok_r(NULL, ",", &rest)) {
        char *last = strrchr(item, ';'), *word = last ? last + 1 : item;

        word += strspn(word, " ");
        if (strchr(word, '=') && strcspn(word, " ") < strcspn(word, "=")) /* a net */
            for (word = strtok_r(word, " ", &more); word; word = strtok_r(NULL, " ", &more))
                add_word(&t, word);
        else
            add_word(&t, word);
    }
    free(copy);
    return t.s ? t.s : xstrdup("");
}
