/* Writes the line of the front page that says what the trials of a report trained, from their configurations. */
#include "base/arena.h"
#include "base/list.h"
#include "base/number.h"
#include "report/markup.h"
#include "report/report_page.h"
#include "store/panels.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* a list of values names at most this many */
enum { VALUES_NAMED = 12 };

/* The range of a number in all results, as of the key `epochs`. A key may also have the value "all". */
struct range {
    double low, high; /* of the numbers; low is infinite when there are none */
    bool all;         /* a value is "all" */
};

static void range_add(struct range *r, double v)
{
    r->low = fmin(r->low, v);
    r->high = fmax(r->high, v);
}

/* Adds the value of a key. Ignores words other than "all". */
static void range_add_word(struct range *r, const char *word)
{
    if (number_is(word))
        range_add(r, number_parse(word, NULL));
    else
        r->all = r->all || strcmp(word, "all") == 0;
}

/* Adds a number; a whole number has a comma after each three digits. */
static void add_count(struct text *out, double v)
{
    if (v < 1000 || v != floor(v))
        text_add(out, "%g", v);
    else if (v < 1e6)
        text_add(out, "%d,%03d", (int)(v / 1000), (int)fmod(v, 1000));
    else
        text_add(out, "%d,%03d,%03d", (int)(v / 1e6), (int)fmod(floor(v / 1000), 1000),
                 (int)fmod(v, 1000));
}

/* Adds the range, such as "2,000 to 60,000" or "900 to all". */
static void add_range(struct text *out, const struct range *r)
{
    bool numbers = !isinf(r->low);

    if (numbers)
        add_count(out, r->low);
    if (numbers && (r->high > r->low || r->all))
        text_add(out, " to ");
    if (r->all)
        text_add(out, "all");
    else if (numbers && r->high > r->low)
        add_count(out, r->high);
}

/* Adds "; name: range", unless the range is empty. */
static void add_part(struct text *out, const char *name, const struct range *r)
{
    if (isinf(r->low) && !r->all)
        return;
    text_add(out, "; %s: ", name);
    add_range(out, r);
}

/* Adds the first VALUES_NAMED items, and the number of the others. */
static void add_list(struct text *out, const struct list *l)
{
    for (int i = 0; i < l->count && i < VALUES_NAMED; i++) {
        text_add(out, i ? ", " : "");
        html_add(out, l->item[i]);
    }
    if (l->count > VALUES_NAMED)
        text_add(out, " and %d more", l->count - VALUES_NAMED);
}

/* Adds the name of the net to `nets`. It begins the net's last part, as "resnet" in "avgpool 2; resnet depth=8". A net
 * that is written layer by layer has no name, and counts as "nets written in layers". */
static void add_net(struct list *nets, const char *net)
{
    static const char *const layers[] = {"dense", "softmax", "gap", "}", "", NULL};
    const char *last = strrchr(net, ';');
    char *name;

    last = last ? last + 1 : net;
    last += strspn(last, " ");
    name = xstrndup(last, strcspn(last, " {"));
    list_add_new(nets,
                 *name == '$' || text_is_among(name, layers) ? "nets written in layers" : name);
    free(name);
}

/* Returns the number of different seeds among the records. */
static int seeds_of(const struct results *r)
{
    const char **seed;
    int n = panels_values(NULL, r, -1, "seed", &seed);

    free(seed);
    return n;
}

void scope_add(struct text *out, const struct report *r, const struct report_totals *t)
{
    struct list data = {0}, nets = {0};
    struct range parameters = {INFINITY, -INFINITY, false}, samples = parameters, epochs = samples,
                 seeds = samples;

    for (int i = 0; i < r->sections; i++) {
        const struct results *all = r->section[i].results;

        range_add(&seeds, seeds_of(all));
        for (int k = 0; k < all->records; k++) {
            const struct record *one = &all->record[k];

            list_add_new(&data, record_get(one, "data"));
            add_net(&nets, record_get(one, "net"));
            range_add_word(&samples, record_get(one, "train_count"));
            range_add_word(&epochs, record_get(one, "epochs"));
            if (one->result.status == TRIAL_DONE)
                range_add(&parameters, (double)one->result.parameters);
        }
    }
    list_sort(&data);
    list_sort(&nets);
    text_add(out, "<p class=\"scope soft\">");
    add_count(out, t->trainings);
    text_add(out, " trainings in %d experiment%s, on ", t->experiments, plural(t->experiments));
    add_list(out, &data);
    text_add(out, "; ");
    add_list(out, &nets);
    if (!isinf(parameters.low)) {
        text_add(out, ", of ");
        add_range(out, &parameters);
        text_add(out, " parameters");
    }
    add_part(out, "training samples", &samples);
    add_part(out, "epochs", &epochs);
    add_part(out, "seeds", &seeds);
    text_add(out, ".</p>\n");
    list_clear(&data);
    list_clear(&nets);
}
