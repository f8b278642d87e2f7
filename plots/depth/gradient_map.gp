# A figure of normlab. `gnuplot gradient_map.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" gradient_map.gp draws one of them, so many inches wide;
# term = 'dumb' shows it in the terminal. First come its data, then the program that draws them.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'gradient_map'
title = 'Gradient norm of an MLP' . "\047" . 's first layer over that of its last, before training'
caption = 'fashion-mnist, 5 seeds: means'
x_label = 'layers'
y_label = 'first over last'
lost_word = 'diverged'
bars = 0; band = 0

# The lines of the key, their line types, and which are values printed elsewhere.
entries = 4
array label[5]; array line[5]; array marks[5]
label[1] = 'none'; marks[1] = 0; line[1] = line_of('none')
label[2] = 'batchnorm'; marks[2] = 0; line[2] = line_of('batchnorm')
label[3] = 'layernorm'; marks[3] = 0; line[3] = line_of('layernorm')
label[4] = 'groupnorm groups=4'; marks[4] = 0; line[4] = line_of('groupnorm')

# Axes: the base of a logarithmic one, or 0; what x reaches over, and ticks of its own.
x_log = 0; y_log = 10
x_low = 1
x_high = 6
x_count = 6; x_ticks = '1 2 3 4 5 6'
alone = 0 # no category has several lines
categories = 6; array category[6]
category[1] = '2'
category[2] = '5'
category[3] = '10'
category[4] = '20'
category[5] = '50'
category[6] = '100'
longest = 6; curve = 0; seed_lines = 0

# Panels: what y reaches over; blocks of each line: x, mean or median, low and high end
# of its range; and x, y of each seed.
panels = 2; array panel_title[2]; array note[2]; array low[2]; array high[2]; array x_end[2]
array shown[2]; array with_marks[2]; array with_ranges[2]; array with_seeds[2]

panel_title[1] = 'He initialization'; note[1] = ''
low[1] = 0.44226412284677324; high[1] = 1069140081.3952361; x_end[1] = 6; shown[1] = ' 1 2 3 4'; with_marks[1] = ''; with_ranges[1] = ' 1 2 3 4'; with_seeds[1] = ' 1 2 3 4'
$p1s1 << EOD
1 2.698603188535145 2.090896629588991 2.9948105552171786
2 2.6887922483564215 1.8547633973464508 3.8729986342228226
3 1.915725757680631 1.2347623313722444 2.606855655204648
4 2.5421992732531553 1.8239059776471953 3.563885395107601
5 3.1271044630663942 2.398697655377839 3.9232379090522316
6 3.8090828871061615 1.6872378268371535 11.253363880923816
EOD
$p1s1_seeds << EOD
1 2.696287485613302
1 2.9948105552171786
1 2.8451688696335506
1 2.090896629588991
1 2.9793325670518325
2 1.8547633973464508
2 3.124302807622376
2 2.5324841299811838
2 2.4725809840761768
2 3.8729986342228226
3 2.606855655204648
3 1.6929761456566281
3 1.2347623313722444
3 2.4541868398967708
3 1.9293360282805518
4 2.522800618592503
4 1.8239059776471953
4 3.361109816647383
4 1.9264429111477361
4 3.563885395107601
5 2.9265666102882317
5 3.7001864353120015
5 2.398697655377839
5 2.9343355234470097
5 3.9232379090522316
6 5.148097987561987
6 3.379228003941432
6 2.427611298879405
6 1.6872378268371535
6 11.253363880923816
EOD
$p1s2 << EOD
1 3.7918674757219852 3.543320858270309 4.253473766172426
2 6.521757932510275 5.303221212721676 7.514342278378193
3 18.04339605915659 13.023477617293608 21.01276205729538
4 108.63311362641343 79.99970880634649 137.71870725586268
5 54910.29123504875 36228.7994878918 86914.80323395484
6 1069140081.3952361 519519689.43246 2225294386.5642996
EOD
$p1s2_seeds << EOD
1 3.6343656517945315
1 3.543320858270309
1 3.9308400002952646
1 4.253473766172426
1 3.640805906600254
2 5.303221212721676
2 7.514342278378193
2 6.590301811232176
2 6.422024438209831
2 6.995445879830647
3 13.023477617293608
3 21.01276205729538
3 20.588691161742453
3 19.281123239277434
3 17.60435956960394
4 79.99970880634649
4 136.4219481765791
4 137.71870725586268
4 106.50288988005241
4 94.51139076951284
5 47693.87685512788
5 36228.7994878918
5 61847.43379218856
5 53744.83463229763
5 86914.80323395484
6 1114424666.2802813
6 650389084.1509122
6 1667092173.6570067
6 2225294386.5642996
6 519519689.43246
EOD
$p1s3 << EOD
1 2.9303349688689253 2.157596802442327 3.3881960542236107
2 2.4294346631169588 1.7676710051259368 3.0926037271192115
3 1.8432913152181545 1.335283730124053 2.441382353845399
4 1.4561374328166437 0.7883677954676506 2.4056147759897386
5 0.7310783222461924 0.2469550340835794 1.614505275164661
6 0.44226412284677324 0.13504202046689448 0.9436311046333692
EOD
$p1s3_seeds << EOD
1 2.9762119474583284
1 3.3881960542236107
1 2.934581841220096
1 2.157596802442327
1 3.3840551713727365
2 2.5140459201458425
2 2.9846197431640484
2 2.0631850952756303
2 1.7676710051259368
2 3.0926037271192115
3 2.2466653698385586
3 1.6060920267887893
3 1.8090547413700664
3 2.441382353845399
3 1.335283730124053
4 1.4546236167568276
4 1.6562552954852927
4 1.4327781831284143
4 0.7883677954676506
4 2.4056147759897386
5 0.6674214200372336
5 1.614505275164661
5 0.5025313998475057
5 0.2469550340835794
5 1.5617044106706133
6 0.6631002308715798
6 0.13504202046689448
6 0.8795508197466936
6 0.2276655185567002
6 0.9436311046333692
EOD
$p1s4 << EOD
1 3.244327580726262 2.7708769198999947 3.860357649478194
2 2.5819200195994636 1.7303845652869647 3.653027685852035
3 2.630520730651444 2.2968295796928087 3.341110868098708
4 1.927012014409969 0.9346849302228496 5.282167114325914
5 4.2105324257487435 1.0951698409672292 15.410813253167207
6 11.721266215844837 2.694995337862586 61.11162948846884
EOD
$p1s4_seeds << EOD
1 2.878747211713234
1 3.860357649478194
1 3.2091642108803633
1 2.7708769198999947
1 3.6373345237358747
2 2.5826421652338594
2 2.615051531451719
2 2.6876569803183563
2 1.7303845652869647
2 3.653027685852035
3 3.341110868098708
3 2.557146804354644
3 2.7539513081768847
3 2.2968295796928087
3 2.3306500328243454
4 1.4670194507640235
4 1.3738491555777705
4 2.6703599812709315
4 0.9346849302228496
4 5.282167114325914
5 4.251665308520854
5 9.460491975349122
5 1.9494192790247902
5 1.0951698409672292
5 15.410813253167207
6 61.11162948846884
6 2.694995337862586
6 14.10539119378293
6 6.902278286580821
6 13.797905512230386
EOD

panel_title[2] = 'Glorot initialization'; note[2] = ''
low[2] = 1.003640610637889; high[2] = 1141925743.2159739; x_end[2] = 6; shown[2] = ' 1 2 3 4'; with_marks[2] = ''; with_ranges[2] = ' 1 2 3 4'; with_seeds[2] = ' 1 2 3 4'
$p2s1 << EOD
1 3.582793592890614 3.417955393646182 3.8898246833841914
2 3.857217170899674 3.096985120011955 5.097083697860107
3 4.950731059619862 3.504029948011614 7.178176619516851
4 5.528320111014747 2.8025024632998865 11.160989262239156
5 5.419884807145935 3.5681432262579476 7.600399882357972
6 7.023460299361222 5.403775404690631 8.968481304949265
EOD
$p2s1_seeds << EOD
1 3.417955393646182
1 3.4287946341775237
1 3.6992924478841647
1 3.8898246833841914
1 3.500679779930056
2 3.096985120011955
2 3.2506342127995325
2 5.010668659913365
2 5.097083697860107
2 3.3208234422721565
3 4.2506643253326635
3 4.008887745510462
3 7.178176619516851
3 6.938794382230236
3 3.504029948011614
4 6.088265650536557
4 2.8025024632998865
4 7.597497699254974
4 11.160989262239156
4 3.5690534148738804
5 5.489857791292962
5 5.512620665163749
5 5.698392457041199
5 7.600399882357972
5 3.5681432262579476
6 5.403775404690631
6 8.968481304949265
6 6.406439307029866
6 7.410048421800102
6 7.428509787533101
EOD
$p2s2 << EOD
1 3.927508281775109 3.642316350608812 4.173897377860796
2 6.570862328195989 5.327027092826423 7.54035136612058
3 19.65786573935473 15.023837480975127 24.324211910705216
4 119.03970529822796 93.5681973543037 150.7189588114022
5 56797.115855361546 47104.81164570421 64875.860774932815
6 1141925743.2159739 470784863.1299396 1614682798.6703763
EOD
$p2s2_seeds << EOD
1 3.9860682883812792
1 3.642316350608812
1 3.7050388106603056
1 4.173897377860796
1 4.162254396872664
2 6.81692750686185
2 5.327027092826423
2 6.7489257724525755
2 6.628450594483001
2 7.54035136612058
3 19.692247138014118
3 15.023837480975127
3 20.01295460814772
3 24.324211910705216
3 20.38241686688893
4 150.6439549905375
4 98.94679720571531
4 93.5681973543037
4 113.71286900761584
4 150.7189588114022
5 47104.81164570421
5 57269.60964540704
5 61360.6274685468
5 64875.860774932815
5 55038.80485962337
6 470784863.1299396
6 1209621176.6233518
6 1511031365.022924
6 1397515869.5405746
6 1614682798.6703763
EOD
$p2s3 << EOD
1 3.139509790677075 2.670330575713269 3.5908285540520284
2 2.4826329354061776 1.9464613168753322 4.634182984510968
3 2.726576705438356 1.9890951522030744 4.061133246973502
4 1.7117877031291733 1.2092372113097154 3.828276000341714
5 1.1267381877166827 0.32826127416687273 3.0913867927430023
6 1.003640610637889 0.14939813416324627 18.74176885769199
EOD
$p2s3_seeds << EOD
1 3.0581629747960744
1 3.5908285540520284
1 3.3314212246227433
1 3.122190054248573
1 2.670330575713269
2 2.018289348614386
2 1.9464613168753322
2 4.634182984510968
2 2.414759378795523
2 2.1452915281371037
3 1.9890951522030744
3 2.0151894814797893
3 3.0435580111003016
3 4.061133246973502
3 3.0415035685905587
4 1.569315414453507
4 1.2092372113097154
4 1.5393850508709492
4 3.828276000341714
4 1.314247809948408
5 0.6133553744680187
5 3.0913867927430023
5 1.304461582307053
5 0.32826127416687273
5 2.2366529526329146
6 0.24715652594497922
6 4.251175184361724
6 0.14939813416324627
6 0.3461419969980862
6 18.74176885769199
EOD
$p2s4 << EOD
1 3.1053762285160387 2.726924579900703 3.4768572831728477
2 2.5691377762512584 1.6164390030828568 3.9062897879699663
3 3.401963563084755 1.750249704347952 5.551455465574468
4 2.503197989356643 1.2497299272273925 5.018970308943345
5 3.9011302158748316 1.1827949219561038 12.471465099944478
6 12.593398813299041 0.6917244335145881 516.0943085694702
EOD
$p2s4_seeds << EOD
1 3.2468819194579006
1 3.4768572831728477
1 3.173569731267534
1 2.955946639778254
1 2.726924579900703
2 1.9686374545643042
2 1.6164390030828568
2 3.9062897879699663
2 2.6670650439355588
2 3.3760886724218864
3 1.750249704347952
3 2.727568833784783
3 4.983530509478707
3 5.551455465574468
3 3.4500753077491177
4 1.2497299272273925
4 1.9820920677860747
4 2.237135858391991
4 3.533694718991774
4 5.018970308943345
5 1.6169887227250401
5 6.569752148741893
5 1.1827949219561038
5 5.765929535776632
5 12.471465099944478
6 2.0023059084278954
6 32.838664943860955
6 0.6917244335145881
6 13.493874835597587
6 516.0943085694702
EOD
$cells1 << EOD
1 1 1 2.698603188535145 0 0
2 1 1 2.6887922483564215 0 0
3 1 1 1.915725757680631 0 0
4 1 1 2.5421992732531553 0 0
5 1 1 3.1271044630663942 0 0
6 1 1 3.8090828871061615 0 0
1 2 1 3.7918674757219852 0 0
2 2 1 6.521757932510275 0 0
3 2 1 18.04339605915659 0 0
4 2 1 108.63311362641343 0 0
5 2 1 54910.29123504875 0 0
6 2 1 1069140081.3952361 0 0
1 3 1 2.9303349688689253 0 0
2 3 1 2.4294346631169588 0 0
3 3 1 1.8432913152181545 0 0
4 3 1 1.4561374328166437 0 0
5 3 1 0.7310783222461924 0 0
6 3 1 0.44226412284677324 0 0
1 4 1 3.244327580726262 0 0
2 4 1 2.5819200195994636 0 0
3 4 1 2.630520730651444 0 0
4 4 1 1.927012014409969 0 0
5 4 1 4.2105324257487435 0 0
6 4 1 11.721266215844837 0 0
EOD
$cells2 << EOD
1 1 1 3.582793592890614 0 0
2 1 1 3.857217170899674 0 0
3 1 1 4.950731059619862 0 0
4 1 1 5.528320111014747 0 0
5 1 1 5.419884807145935 0 0
6 1 1 7.023460299361222 0 0
1 2 1 3.927508281775109 0 0
2 2 1 6.570862328195989 0 0
3 2 1 19.65786573935473 0 0
4 2 1 119.03970529822796 0 0
5 2 1 56797.115855361546 0 0
6 2 1 1141925743.2159739 0 0
1 3 1 3.139509790677075 0 0
2 3 1 2.4826329354061776 0 0
3 3 1 2.726576705438356 0 0
4 3 1 1.7117877031291733 0 0
5 3 1 1.1267381877166827 0 0
6 3 1 1.003640610637889 0 0
1 4 1 3.1053762285160387 0 0
2 4 1 2.5691377762512584 0 0
3 4 1 3.401963563084755 0 0
4 4 1 2.503197989356643 0 0
5 4 1 3.9011302158748316 0 0
6 4 1 12.593398813299041 0 0
EOD

# Guides across panels; panel, line, x and number of trials without a value, and of refused ones.
guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]
$lost << EOD
EOD
$refused << EOD
EOD

# ---- The page: sizes in inches that follow `width` and `font_size`; text is wrapped to them. ----

if (!exists('width')) { width = 7 }
if (!exists('term')) { term = 'svg pdf png' }
if (!exists('suffix')) { suffix = '' }
# A style.gp of one's own may be older than these.
if (!exists('font_size')) { font_size = 8 }
if (!exists('axes_style')) { axes_style = 'set border 3; set tics nomirror out; set grid ytics' }
line_inch = 1.25*font_size/72.
char_inch = 0.5*font_size/72.
max(a, b) = a > b ? a : b
min(a, b) = a < b ? a : b
ceiling(v) = int(ceil(v))
# The number in s: gnuplot 5.4 itself refuses exponents in strings, and takes 09 for octal.
bare(s) = s[1:1] eq '0' && strlen(s) > 1 ? bare(s[2:*]) : s
ten_power(s) = s[1:1] eq '-' ? 10.**(-real(bare(s[2:*]))) : 10.**real(bare(s[1:1] eq '+' ? s[2:*] : s))
num(s) = strstrt(s, 'e') ? real(s[1:strstrt(s, 'e')-1])*ten_power(s[strstrt(s, 'e')+1:*]) : real(s)

# s in lines of at most n letters, broken at blanks where there are any; and the number of its lines.
break_at(s, n) = n < 2 ? 0 : s[n:n] eq ' ' ? n : break_at(s, n-1)
broken(s, n, at) = at > 0 ? s[1:at-1] . "\n" . wrap(s[at+1:*], n) : s[1:n] . "\n" . wrap(s[n+1:*], n)
wrap(s, n) = strlen(s) <= n ? s : broken(s, n, break_at(s, n))
letters(inches, larger) = max(8, min(200, int(inches*font_size/(char_inch*(font_size + larger)))))
breaks(s, at) = at == 0 ? 0 : 1 + breaks(s[at+1:*], strstrt(s[at+1:*], "\n"))
lines_in(s) = s eq '' ? 0 : 1 + breaks(s, strstrt(s, "\n"))

# 10 to the power n with a raised n; and a tick's text.
raised(s) = s eq '' ? '' : (s[1:1] eq '-' ? '⁻' : word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', int(s[1:1]) + 1)) . raised(s[2:*])
is_power(v) = v > 0 && abs(log10(v) - round(log10(v))) < 1e-9
round(v) = floor(v + 0.5)
tick(v) = is_power(v) && (v < 0.0009 || v > 99999) ? '10' . raised(sprintf('%d', round(log10(v)))) : sprintf('%.10g', v)

# Ticks of a logarithmic axis, on which gnuplot itself has none but powers of ten: the closer the ends, the more.
power(v) = is_power(v) ? '10' . raised(sprintf('%d', round(log10(v)))) : tick(v)
log_ticks(low, high) = high/low > 2e3 ? '1' : high/low > 100 ? '1 3' : high/low > 12 ? '1 2 5' : \
    high/low > 4 ? '1 1.5 2 3 4 6' : '1 1.2 1.5 2 2.5 3 4 5 6 8'
decade_step(low, high) = max(1, ceiling((log10(high) - log10(low))/8))
log_ticks_far(axis, low, high) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d:%d] { do for [m in '%s'] { v = m*10.**e; " . \
    "if (v >= %.17g && v <= %.17g) { set %stics add (%s(v) v) } } }", \
    axis, int(floor(log10(low)/decade_step(low, high)))*decade_step(low, high), int(ceil(log10(high))), decade_step(low, high), log_ticks(low, high), low, high, axis, \
    high/low > 2e3 ? 'power' : 'tick')
nice(v, ten) = v < 1.5*ten ? ten : v < 3.5*ten ? 2*ten : v < 7.5*ten ? 5*ten : 10*ten
step(low, high) = nice((high - low)/5., 10.**floor(log10((high - low)/5.)))
log_ticks_near(axis, low, high, by) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d] { set %stics add (sprintf('%%.10g', e*%.17g) e*%.17g) }", \
    axis, int(ceil(low/by)), int(floor(high/by)), axis, by, by)
set_log_ticks(axis, low, high) = high/low > 4 ? log_ticks_far(axis, low, high) : \
    log_ticks_near(axis, low, high, step(low, high))

# The key: as many columns as fit.
widest_label = 1
do for [k = 1:entries] {
    label[k] = abridge(label[k], max(8, int((0.88*width/char_inch - 9)/1.15)))
    widest_label = max(widest_label, strlen(label[k]))
}
key_columns = max(1, min(entries, int(0.96*width/(char_inch*(1.15*widest_label + 7.5)))))
key_rows = ceiling(1.0*entries/key_columns)
key_columns = key_rows > 0 ? ceiling(1.0*entries/key_rows) : 1
key_inch = key_rows > 0 ? line_inch*key_rows + 0.1 : 0

# What stands above the panels, and the strip of the y label beside them.
title_text = wrap(title, letters(0.97*width, 2))
caption_text = wrap(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06

# Panels of so many inches, side by side where each is wide enough.
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int(width/2.1)))
panel_rows = ceiling(1.0*panels/panel_columns)

# An empty plot over the whole page, with title, caption, y label and key.
page = "set origin 0,0; set size 1,1; set margins 0,0,0,0; unset border; unset tics; unset grid; " . \
       "unset logscale; set xrange [0:1]; set yrange [0:1]; unset xlabel; unset title; " . \
       "set label 1 title_text at screen 0.5, screen 1 center offset character 0,-0.85 font font_title; " . \
       "set label 2 caption_text at screen 0.5, screen 1 - 1.3*line_inch*lines_in(title_text)/height center " . \
       "offset character 0,-0.75 textcolor rgb ink; " . \
       "set key at screen 0.5, screen (key_inch - 0.06)/height center top horizontal Left reverse " . \
       "maxcols key_columns samplen 3 spacing 1.15 width 1; "
# The plot that makes the key: what(k) is the style of its line k.
key = ''
add_key = "do for [k = 1:entries] { key = key . sprintf('NaN with %s title label[%d], ', what(k), k) }"
after_page = "unset label; unset arrow; unset key; eval axes_style"

# The panel whose data a panel shows: its own, and which lines are faint behind it: none.
array data_of[panels]; array faint_lines[panels]
do for [p = 1:panels] { data_of[p] = p; faint_lines[p] = '' }
with_faint = 0

# Lists are words: the lines that a panel has, those with ranges, with seeds. Of an empty list nothing may be plotted, not
# even by a loop: its part of the plot is left out.
nth(list, i) = int(word(list, i))
part(list, what) = words(list) ? sprintf("for [i = 1:%d] '$p%d", words(list), data_of[p]) . what . ", " : ''


# ---- A heat map: a row for each line, a column for each category, the mean as colour and as number. ----

heat_log = y_log
heat_low = NaN; heat_high = NaN
do for [p = 1:panels] {
    if (low[p] == low[p]) {
        heat_low = heat_low == heat_low ? min(heat_low, low[p]) : low[p]
        heat_high = heat_high == heat_high ? max(heat_high, high[p]) : high[p]
    }
}
if (heat_low != heat_low) { heat_low = 0; heat_high = 1 }
if (heat_low == heat_high) { heat_high = heat_low + max(abs(heat_low), 1)*1e-6 }

# Names of rows stand left of the first panel of each row of panels; columns' names below, aslant where they are long.
name_letters = min(widest_label, letters(0.36*width, 0))
longest_name = 1
# 1e-05 is 1e-5.
short(s) = strstrt(s, 'e-0') > 1 && strlen(s) == strstrt(s, 'e-0') + 3 ? s[1:strstrt(s, 'e-0')+1] . s[strlen(s):*] : s
do for [i = 1:categories] { category[i] = short(category[i]) }
do for [k = 1:entries] { label[k] = abridge(label[k], name_letters) }
do for [i = 1:categories] { longest_name = max(longest_name, strlen(category[i])) }
name_inch = (1.1*name_letters + 1)*char_inch + 0.06
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int((width - name_inch)/(categories*4.6*char_inch + 0.15))))
panel_rows = ceiling(1.0*panels/panel_columns)
map_inch = (width - name_inch - 0.06)/panel_columns - 0.15
if (map_inch > categories*1.1) { map_inch = categories*1.1 }
cell_letters = map_inch/categories/char_inch
slant = longest_name <= 0.95*cell_letters ? 0 : map_inch/categories > 1.7*line_inch ? 35 : 90
counted = |$lost| || |$refused|
cell_high = counted ? 2.4*line_inch : 1.7*line_inch
lines_above = 1
do for [p = 1:panels] {
    panel_title[p] = wrap(panel_title[p], letters(map_inch, 1))
    lines_above = max(lines_above, lines_in(panel_title[p]))
}
below_inch = line_inch*(0.5 + (x_label eq '' ? 0.3 : 1.3) + (slant ? 0.4 + (slant == 90 ? 0.95 : 0.55)*longest_name*char_inch/line_inch : 1))
above_inch = line_inch*(1.15*lines_above + 0.5)
row_inch = entries*cell_high + above_inch + below_inch
bar_inch = 3.7*line_inch
bar_part = min(0.7, 2.1/width)
if (|$lost|) { caption = caption . '; ×n: n trials ' . lost_word }
if (|$refused|) { caption = caption . '; –: refused' }
caption_text = wrap(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06
height = title_inch + panel_rows*row_inch + bar_inch + 0.05

# Numbers: as many digits as all of them need, and as there is room for.
decimals = heat_high >= 1000 || heat_low < 0 || (heat_low > 0 && heat_high/heat_low > 300) || heat_high < 0.01 ? -1 : \
    heat_high >= 100 ? 0 : heat_high >= 10 ? 1 : 2
fixed = sprintf('%%.%df', max(decimals, 0))
ten_to(v) = int(floor(log10(abs(v)) + 1e-9))
power_form(v, digits) = sprintf('%.' . digits . 'fe%d', v/10.**ten_to(v), ten_to(v))
plain(v, digits) = v == 0 || (abs(v) >= 0.001 && abs(v) < 1e4) ? sprintf('%.' . digits . 'g', v) : power_form(v, digits - 1)
fits(text) = strlen(text) <= 0.9*cell_letters
shortest(v) = fits(plain(v, 3)) ? plain(v, 3) : fits(plain(v, 2)) ? plain(v, 2) : fits(plain(v, 1)) ? plain(v, 1) : ''
number(v) = decimals >= 0 && fits(sprintf(fixed, v)) ? sprintf(fixed, v) : shortest(v)
counts(lost, refused) = (lost > 0 ? '×' . sprintf('%d', lost) : '') . (refused > 0 ? (lost > 0 ? ' –' : '–') : '')
beside(lost, refused) = lost > 0 || refused > 0 ? 0.22 : 0
ink_on(any, v) = any > 0 ? heat_ink(heat_part(v)) : ink

page_lines = 12 + 2*entries
do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        set output name . '.' . t . suffix
        set multiplot
        eval page
        unset key
        plot NaN notitle
        eval after_page
    }
    do for [p = 1:panels] {
        unset grid; unset logscale
        set xrange [0.5:categories + 0.5]; set yrange [entries + 0.5:0.5]
        set xtics nomirror scale 0 (category[1] 1)
        do for [i = 2:categories] { set xtics add (category[i] i) }
        set ytics nomirror scale 0 (label[1] 1)
        do for [k = 2:entries] { set ytics add (label[k] k) }
        set xlabel (p + panel_columns > panels ? x_label : '')
        if (dumb) {
            unset colorbox; unset key
            set title (p == 1 ? wrap(title, columns - 4) . "\n" . wrap(caption, columns - 4) . "\n" : '') . panel_title[p] . \
                (panel_title[p] eq '' ? '' : ': ') . y_label
            plot '$cells'.p using 1:2:(($3 > 0 ? number($4) : '') . counts($5, $6)) with labels notitle
        } else {
            column = (p - 1) % panel_columns; row = (p - 1)/panel_columns
            from_left = name_inch + column*(map_inch + 0.15)
            from_top = title_inch + row*row_inch + above_inch
            set lmargin at screen from_left/width; set rmargin at screen (from_left + map_inch)/width
            set tmargin at screen 1 - from_top/height; set bmargin at screen 1 - (from_top + entries*cell_high)/height
            unset border
            if (slant) { set xtics rotate by slant right }
            if (column > 0) { set format y '' ; unset ytics }
            set xlabel offset 0,0.3
            set label panel_title[p] at graph 0.5, graph 1 center offset character 0, 1.1*lines_above - 0.4 font font_panel
            if (heat_log) { set logscale cb 10 }
            set cbrange [heat_low:heat_high]
            if (p == panels) {
                set colorbox horizontal user origin 0.5 - bar_part/2, 1.6*line_inch/height size bar_part, 0.1/height front noborder
                if (heat_log) { eval set_log_ticks('cb', heat_low, heat_high) } else { set cbtics nomirror nice((heat_high - heat_low)/4., 10.**floor(log10((heat_high - heat_low)/4.))) }
                set cbtics scale 0.3 offset 0,0.4
                set label y_label . (y_log ? ' (log scale)' : '') at screen 0.5, screen (2.2*line_inch + 0.1)/height center
            } else {
                unset colorbox
            }
            plot '$cells'.p using 1:($5 + $6 > 0 ? $2 : NaN):($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5) with boxxyerror fs solid noborder fc rgb 0xE4E4E4 notitle, \
                 '' using 1:($3 > 0 ? $2 : NaN):($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5):4 with boxxyerror fs solid noborder lc palette notitle, \
                 '' using 1:2:($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5) with boxxyerror lc rgb 'white' lw 1.5 dt solid fs empty border notitle, \
                 '' using 1:($2 - ($3 > 0 ? beside($5, $6) : 0)):($3 > 0 ? number($4) : ''):(ink_on($3, $4)) with labels textcolor rgb variable notitle, \
                 '' using 1:($2 + ($3 > 0 ? beside($5, $6) : 0)):(counts($5, $6)):(ink_on($3, $4)) with labels textcolor rgb variable notitle
        }
        unset label; unset arrow; unset colorbox
    }
    if (!dumb) { unset multiplot }
    unset output
    set lmargin -1; set rmargin -1; set tmargin -1; set bmargin -1; set border 3
}
