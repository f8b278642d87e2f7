#include "figures/style.h"
#include "base/error.h"
#include "base/formats/settings.h"
#include "base/number.h"
#include "base/system/file.h"
#include "figures/plot_script.h"
#include <stdlib.h>
#include <string.h>

/* The settings of style.conf. The last field is the statement of gnuplot that a setting becomes; width and font_size
 * have none, because they belong to the page. */
static const struct setting table[] = {
    {"font", SETTING_NAME, 0, 0, "face = '%s'\n"},
    {"font_size", SETTING_NUMBER, 4, 30, NULL},
    {"width", SETTING_NUMBER, 2, 40, NULL},
    {"line_width", SETTING_NUMBER, 0.1, 20, "line_width = %s\n"},
    {"point_size", SETTING_NUMBER, 0.1, 20, "point_size = %s\n"},
    {"colour.", SETTING_COLOUR, 0, 0, "style_rgb[lt_%s] = 0x%s\n"},
    {"point.", SETTING_WHOLE, 1, 15, "style_point[lt_%s] = %s\n"},
    {"dash.", SETTING_DASHES, 0, 0, "style_dash[lt_%s] = '%s'\n"},
    {0},
};

/* Returns the names of the lines that templates/style.gp defines: "batchnorm" for its variable lt_batchnorm. */
static struct list lines_of_style(void)
{
    struct list lines = {0};

    for (const char *s = plot_script_style(); (s = strstr(s, "\nlt_"));) {
        s += strlen("\nlt_");
        array_add(lines.item, lines.count) = format_new("%.*s", (int)strcspn(s, " ="), s);
    }
    return lines;
}

static void add_setting(struct style *s, const char *name, const char *value)
{
    const struct setting *t = setting_of(table, name);
    const char *dot = strchr(name, '.');

    if (dot)
        text_add(&s->after, t->use, dot + 1, value);
    else if (t->use)
        text_add(&s->before, t->use, value);
    else
        *(strcmp(name, "width") ? &s->font_size : &s->width) = number_parse(value, NULL);
}

/* Adds the settings of the file at path to s. Returns 0, or -1 after a message. */
static int read_settings(struct style *s, const char *path)
{
    struct list lines = lines_of_style();
    struct config c = {0};
    int bad = settings_read(&c, path, table, &lines);

    for (int i = 0; i < c.count && !bad; i++)
        add_setting(s, c.item[i].key, c.item[i].value);
    text_adds(&s->after, "eval set_linetypes\n");
    config_clear(&c);
    list_clear(&lines);
    return bad;
}

int style_read(struct style *s, const char *root, const char *program)
{
    char *conf = format_new("%s/plots/style.conf", root);
    char *own = program ? file_read(program, &(size_t){0}, false) : NULL;
    char *old = format_new("%s/plots/style.gp", root), *text = file_read(old, &(size_t){0}, true);
    int bad = program && !own ? -1 : file_exists(conf) ? read_settings(s, conf) : 0;

    text_adds(&s->after, own ? own : "");
    if (!bad && !program && text && !text_starts_with(text, "# Written by normlab, which rep"))
        warning(
            "%s is not used, as gnuplot would run what it says; if it is yours, --style %s uses "
            "it; plots/style.conf may set colours, widths and fonts (normlab plot --help)",
            old, old);
    free(conf);
    free(old);
    free(own);
    free(text);
    return bad;
}

void style_apply(const struct style *s, struct plot_page *page, struct plot_style *style)
{
    page->width = page->width > 0 ? page->width : s->width;
    page->font_size = page->font_size > 0 ? page->font_size : s->font_size;
    *style = (struct plot_style){text_str(&s->before), text_str(&s->after)};
}

void style_clear(struct style *s)
{
    text_clear(&s->before);
    text_clear(&s->after);
}
