/* Word lists: all nine are the input. They are too short for a set, so the answer is a message, but all lines are read. */
#include "data/data.h"
#include "fuzz.h"

enum { LISTS = 9 };

static void run(const char *data, size_t size)
{
    const char *file = fuzz_file(0, data, size), *path[LISTS];
    struct data_decoded d = {0};

    for (int i = 0; i < LISTS; i++)
        path[i] = file;
    FUZZ_CHECK(!fuzz_answer_about(data_type_find("words")->decode(path, &d), file));
    data_decoded_clear(&d);
}

const struct fuzz_target fuzz_words = {.name = "words", .most = 512, .run = run};
