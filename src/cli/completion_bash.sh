# Completion of normlab for bash. Source it, or install it as ~/.local/share/bash-completion/completions/normlab.

# Sets COMPREPLY to those of the words in $1 that begin with $2, else to the names of files.
_normlab_reply()
{
    COMPREPLY=($(compgen -W "$1" -- "$2"))
    [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$2"))
}

_normlab()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local commands options experiments='' keys='' key=''

    @COMMANDS@
    if [ "$COMP_CWORD" -eq 1 ]; then
        _normlab_reply "${commands[*]}" "$word"
        return
    fi
    # bash splits norm=batchnorm into three words.
    if [ "$word" = = ]; then
        key=$before word=
    elif [ "$before" = = ]; then
        key=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    case $key in
        norm) _normlab_reply "$(normlab list layers --names 2>/dev/null)" "$word" ;;
        net) _normlab_reply "$(normlab list nets --names 2>/dev/null)" "$word" ;;
        data) _normlab_reply "$(normlab list data --names 2>/dev/null)" "$word" ;;
    esac
    [ -z "$key" ] || return
    if [ "$before" = --preset ]; then
        _normlab_reply 'smoke demo paper' "$word"
    elif [[ $word = -* ]]; then
        _normlab_reply "${options[*]}" "$word"
    elif [ -n "$experiments" ] && [ "$COMP_CWORD" -eq 2 ]; then
        _normlab_reply "$(normlab list experiments --names 2>/dev/null)" "$word"
    elif [ -n "$keys" ] && [[ $before != --* ]]; then
        _normlab_reply "$(normlab list keys --names 2>/dev/null | sed 's/$/=/')" "$word"
        [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace 2>/dev/null
    else
        COMPREPLY=($(compgen -f -- "$word"))
    fi
}
complete -F _normlab normlab
