# A figure of normlab. `gnuplot mean_bias.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" mean_bias.gp draws one of them, so many inches wide;
# term = 'dumb' shows it in the terminal. First come its data, then the program that draws them.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'mean_bias'
title = 'Mean over all positions off that of valid ones, first norm, words of one length'
caption = 'words, 5 seeds: means; thin bars: range of the seeds, each a faint point'
x_label = 'share of padding'
y_label = 'RMS over channels, in sd'
lost_word = 'diverged'
bars = 0; band = 0

# The lines of the key, their line types, and which are values printed elsewhere.
entries = 8
array label[9]; array line[9]; array marks[9]
label[1] = 'batchnorm'; marks[1] = 0; line[1] = line_of('batchnorm')
label[2] = 'batchnorm masked=1'; marks[2] = 0; line[2] = line_more(0); eval second(line[2], line[1])
label[3] = 'layernorm over=token'; marks[3] = 0; line[3] = line_of('layernorm')
label[4] = 'rmsnorm over=token'; marks[4] = 0; line[4] = line_of('rmsnorm')
label[5] = 'groupnorm'; marks[5] = 0; line[5] = line_of('groupnorm')
label[6] = 'groupnorm masked=1'; marks[6] = 0; line[6] = line_more(0); eval second(line[6], line[5])
label[7] = 'instancenorm'; marks[7] = 0; line[7] = line_of('instancenorm')
label[8] = 'instancenorm masked=1'; marks[8] = 0; line[8] = line_more(0); eval second(line[8], line[7])

# Axes: the base of a logarithmic one, or 0; what x reaches over, and ticks of its own.
x_log = 0; y_log = 0
x_low = 0
x_high = 0.75
x_count = 4; x_ticks = '0 0.25 0.5 0.75'
longest = 4; curve = 0; seed_lines = 0

# Panels: what y reaches over; blocks of each line: x, mean or median, low and high end
# of its range; and x, y of each seed.
panels = 3; array panel_title[3]; array note[3]; array low[3]; array high[3]; array x_end[3]
array shown[3]; array with_marks[3]; array with_ranges[3]; array with_seeds[3]

panel_title[1] = 'LSTM'; note[1] = ''
low[1] = 0; high[1] = 0.5091891534790062; x_end[1] = 0.75; shown[1] = ' 1 2 3 4 5 6 7 8'; with_marks[1] = ''; with_ranges[1] = ' 1 2 3 4 5 6 7 8'; with_seeds[1] = ' 1 2 3 4 5 6 7 8'
$p1s1 << EOD
0 0 0 0
0.25 0.15771778429547853 0.1237538493944564 0.1757162178585045
0.5 0.27881534736303315 0.24778203514053687 0.3162468158336141
0.75 0.40544530396780865 0.33932201390076155 0.46812909474225856
EOD
$p1s1_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.1515819433979341
0.25 0.17289230932404867
0.25 0.1237538493944564
0.25 0.1757162178585045
0.25 0.16464460150244895
0.5 0.2564359698140926
0.5 0.30057643290496566
0.5 0.24778203514053687
0.5 0.3162468158336141
0.5 0.2730354831219567
0.75 0.38978764569165175
0.75 0.43916562752547245
0.75 0.33932201390076155
0.75 0.46812909474225856
0.75 0.3908221379788986
EOD
$p1s2 << EOD
0 0 0 0
0.25 0.16251367367459507 0.12595718021816157 0.18515970434976742
0.5 0.2979417214800944 0.23092145331043912 0.3394594136818196
0.75 0.44691260990876014 0.34638225218551805 0.5091891534790062
EOD
$p1s2_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.16801430014323254
0.25 0.17009948976345235
0.25 0.12595718021816157
0.25 0.18515970434976742
0.25 0.1633376938983615
0.5 0.3080262762741101
0.5 0.31184905168670274
0.5 0.23092145331043912
0.5 0.3394594136818196
0.5 0.2994524124474002
0.75 0.4620394021629235
0.75 0.4677735429636221
0.75 0.34638225218551805
0.75 0.5091891534790062
0.75 0.4491786987527313
EOD
$p1s3 << EOD
0 0 0 0
0.25 0.08183912871256956 0.07361945276641288 0.09559616476057622
0.5 0.15003841551787364 0.134969026472789 0.17525965523900153
0.75 0.22505762327681045 0.20245353970918348 0.2628894828585022
EOD
$p1s3_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.08025711375545871
0.25 0.07361945276641288
0.25 0.0758490424430298
0.25 0.08387386983737011
0.25 0.09559616476057622
0.5 0.14713807235350454
0.5 0.134969026472789
0.5 0.1390565638182585
0.5 0.1537687597058146
0.5 0.17525965523900153
0.75 0.22070710853025688
0.75 0.20245353970918348
0.75 0.20858484572738784
0.75 0.23065313955872194
0.75 0.2628894828585022
EOD
$p1s4 << EOD
0 0 0 0
0.25 0.07943247114541202 0.06748117740383744 0.08725608313918813
0.5 0.1456261880204893 0.12371547039180884 0.1599694643894513
0.75 0.21843928203073393 0.1855732055877132 0.23995419658417705
EOD
$p1s4_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.08092394728791276
0.25 0.07433672668390401
0.25 0.06748117740383744
0.25 0.08725608313918813
0.25 0.0871644212122178
0.5 0.1483605557776083
0.5 0.13628400162672566
0.5 0.12371547039180884
0.5 0.1599694643894513
0.5 0.1598014479168523
0.75 0.22254083366641236
0.75 0.2044260024400885
0.75 0.1855732055877132
0.75 0.23995419658417705
0.75 0.23970217187527845
EOD
$p1s5 << EOD
0 0 0 0
0.25 0.09683317544162962 0.09036953626824601 0.1050007661721126
0.5 0.19139967434719632 0.1795405646520754 0.2061897194010758
0.75 0.3013940598289641 0.2762021460784325 0.3204289711044079
EOD
$p1s5_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.09244308641447188
0.25 0.0948156395850372
0.25 0.09036953626824601
0.25 0.10153684876828031
0.25 0.1050007661721126
0.5 0.2061897194010758
0.5 0.19008207619050493
0.5 0.19062606542097754
0.5 0.1905599460713478
0.5 0.1795405646520754
0.75 0.31013548275713415
0.75 0.29617502892691927
0.75 0.3204289711044079
0.75 0.30402867027792674
0.75 0.2762021460784325
EOD
$p1s6 << EOD
0 0 0 0
0.25 0.08990324498393532 0.08094425639613728 0.09983813170530285
0.5 0.16482261580388147 0.14839780339291836 0.1830365747930553
0.75 0.24723392370582217 0.2225967050893775 0.2745548621895829
EOD
$p1s6_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.08094425639613728
0.25 0.0937426044646287
0.25 0.09983813170530285
0.25 0.08499063942823183
0.25 0.09000059292537596
0.5 0.14839780339291836
0.5 0.17186144151848595
0.5 0.1830365747930553
0.5 0.1558161722850917
0.5 0.165001087029856
0.75 0.2225967050893775
0.75 0.25779216227772894
0.75 0.2745548621895829
0.75 0.23372425842763747
0.75 0.247501630544784
EOD
$p1s7 << EOD
0 0 0 0
0.25 0.14055852954894243 0.13383271389113782 0.14725224685165988
0.5 0.21811384730522704 0.16323834473103924 0.2719867970360587
0.75 0.3515928248724055 0.30285289504066576 0.4046167237169496
EOD
$p1s7_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.13383271389113782
0.25 0.1458137911269414
0.25 0.13434233006430524
0.25 0.14155156581066788
0.25 0.14725224685165988
0.5 0.2719867970360587
0.5 0.21382131714727717
0.5 0.16323834473103924
0.5 0.19564947492443324
0.5 0.2458733026873268
0.75 0.4046167237169496
0.75 0.36778749470988314
0.75 0.30285289504066576
0.75 0.3456899603413332
0.75 0.3370170505531959
EOD
$p1s8 << EOD
0 0 0 0
0.25 0.13063826903856177 0.11910652616862975 0.1541800803814938
0.5 0.23950349323736325 0.2183619646424879 0.2826634806994053
0.75 0.35925523985604485 0.327542946963732 0.4239952210491079
EOD
$p1s8_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.1541800803814938
0.25 0.12864005093654243
0.25 0.11910652616862975
0.25 0.1309890808628682
0.25 0.12027560684327464
0.5 0.2826634806994053
0.5 0.23584009338366105
0.5 0.2183619646424879
0.5 0.24014664824859172
0.5 0.2205052792126702
0.75 0.4239952210491079
0.75 0.3537601400754916
0.75 0.327542946963732
0.75 0.36021997237288766
0.75 0.3307579188190051
EOD

panel_title[2] = 'convolutional net'; note[2] = ''
low[2] = 0; high[2] = 0.5049015738978258; x_end[2] = 0.75; shown[2] = ' 1 2 3 4 5 6 7 8'; with_marks[2] = ''; with_ranges[2] = ' 1 2 3 4 5 6 7 8'; with_seeds[2] = ' 1 2 3 4 5 6 7 8'
$p2s1 << EOD
0 0 0 0
0.25 0.10105920269813731 0.07197126499208377 0.1460473955573857
0.5 0.19809612975410387 0.15342637094107636 0.2588180074676495
0.75 0.30456270633950017 0.25034197707785877 0.42082578632354517
EOD
$p2s1_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.1460473955573857
0.25 0.07197126499208377
0.25 0.08747902730894615
0.25 0.10123668258377343
0.25 0.09856164304849752
0.5 0.2588180074676495
0.5 0.15342637094107636
0.5 0.18849164580287178
0.5 0.17102120012607472
0.5 0.21872342443284698
0.75 0.42082578632354517
0.75 0.25034197707785877
0.75 0.2798904130744081
0.75 0.26387403312783786
0.75 0.30788132209385094
EOD
$p2s2 << EOD
0 0 0 0
0.25 0.0944372900189491 0.0774870155211547 0.11457934287330582
0.5 0.18609395765439665 0.15188337673559588 0.22560561891967776
0.75 0.2897901623582008 0.23564948266221042 0.34991783267856946
EOD
$p2s2_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.11457934287330582
0.25 0.0861157302148405
0.25 0.0774870155211547
0.25 0.09518680434341313
0.25 0.09881755714203126
0.5 0.22560561891967776
0.5 0.17214409225780145
0.5 0.15188337673559588
0.5 0.18662942683901088
0.5 0.19420727351989728
0.75 0.34991783267856946
0.75 0.2687017081081821
0.75 0.23564948266221042
0.75 0.2899696157169409
0.75 0.30471217262510114
EOD
$p2s3 << EOD
0 0 0 0
0.25 0.057575345629029454 0.041928588541939246 0.08261612900705431
0.5 0.11144189919935128 0.08773647968080535 0.16345674898458804
0.75 0.17221206055664645 0.13707616941537754 0.2522648578452461
EOD
$p2s3_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.08261612900705431
0.25 0.04764575293110857
0.25 0.041928588541939246
0.25 0.05550394311006495
0.25 0.060182314554980174
0.5 0.16345674898458804
0.5 0.08773647968080535
0.5 0.08817711364045522
0.5 0.10401307498718568
0.5 0.11382607870372205
0.75 0.2522648578452461
0.75 0.13707616941537754
0.75 0.13903667121207228
0.75 0.15865484086029288
0.75 0.17402776345024337
EOD
$p2s4 << EOD
0 0 0 0
0.25 0.12168348407109789 0.11003255409163953 0.14255384206008268
0.5 0.24660926997054586 0.2217029857468058 0.2689699483597216
0.75 0.3843233745849285 0.3451498185623321 0.41772467630409216
EOD
$p2s4_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.14255384206008268
0.25 0.11330885732606763
0.25 0.1167542615594771
0.25 0.11003255409163953
0.25 0.1257679053182225
0.5 0.2689699483597216
0.5 0.2335885749232428
0.5 0.24270341770045978
0.5 0.2217029857468058
0.5 0.26608142312249944
0.75 0.41772467630409216
0.75 0.36650696906279806
0.75 0.3809789086847554
0.75 0.3451498185623321
0.75 0.4112565003106646
EOD
$p2s5 << EOD
0 0 0 0
0.25 0.08101142264494657 0.06108753899740469 0.1087887774327917
0.5 0.19726274123240972 0.14077202838797326 0.28374898869585397
0.75 0.37835322846018216 0.33762126978405016 0.5049015738978258
EOD
$p2s5_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.1087887774327917
0.25 0.0666060720960203
0.25 0.06108753899740469
0.25 0.0721653014724861
0.25 0.09640942322603006
0.5 0.28374898869585397
0.5 0.18057477239293565
0.5 0.14077202838797326
0.5 0.19507410198252254
0.5 0.1861438147027633
0.75 0.5049015738978258
0.75 0.34954655532721174
0.75 0.33762126978405016
0.75 0.3548182458688511
0.75 0.34487849742297216
EOD
$p2s6 << EOD
0 0 0 0
0.25 0.07140249161655556 0.0636035904985765 0.08562272538857507
0.5 0.14168682737303692 0.12564411870668704 0.16760677978333582
0.75 0.21992330204467964 0.19482605723096463 0.2583565315168606
EOD
$p2s6_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.08562272538857507
0.25 0.0716896045842818
0.25 0.06654748764500647
0.25 0.0636035904985765
0.25 0.06954904996633793
0.5 0.16760677978333582
0.5 0.15173930880181355
0.5 0.1310573751107623
0.5 0.12564411870668704
0.5 0.132386554462586
0.75 0.2583565315168606
0.75 0.24082049387021684
0.75 0.20327035023839804
0.75 0.19482605723096463
0.75 0.20234307736695814
EOD
$p2s7 << EOD
0 0 0 0
0.25 0.08527498808725695 0.06837142452649352 0.12579977264431208
0.5 0.23117354986106703 0.19305797481719236 0.32306745496926875
0.75 0.3682031377842877 0.30201636020417594 0.4622982104413395
EOD
$p2s7_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.12579977264431208
0.25 0.07039467473364333
0.25 0.06837142452649352
0.25 0.08382098576046344
0.25 0.07798808277137245
0.5 0.32306745496926875
0.5 0.20562146278826154
0.5 0.19846941095017273
0.5 0.19305797481719236
0.5 0.2356514457804397
0.75 0.4156770323237885
0.75 0.337622601516828
0.75 0.30201636020417594
0.75 0.3234014844353066
0.75 0.4622982104413395
EOD
$p2s8 << EOD
0 0 0 0
0.25 0.05715983956690056 0.04757300778326493 0.060770152960246376
0.5 0.11080129731956664 0.08906227768891795 0.11869729911145595
0.75 0.17152516400112539 0.13631315583672118 0.1846943595256471
EOD
$p2s8_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.06076505846497639
0.25 0.04757300778326493
0.25 0.05707845636064504
0.25 0.05961252226537003
0.25 0.060770152960246376
0.5 0.11869729911145595
0.5 0.08906227768891795
0.5 0.112680114182187
0.5 0.11734985463705154
0.5 0.11621694097822079
0.75 0.1846943595256471
0.75 0.13631315583672118
0.75 0.17538920190810528
0.75 0.18254234549394446
0.75 0.178686757241209
EOD

panel_title[3] = 'transformer'; note[3] = ''
low[3] = 0; high[3] = 0.43934595529465575; x_end[3] = 0.75; shown[3] = ' 1 2 3 4 5 6 7 8'; with_marks[3] = ''; with_ranges[3] = ' 1 2 3 4 5 6 7 8'; with_seeds[3] = ' 1 2 3 4 5 6 7 8'
$p3s1 << EOD
0 0 0 0
0.25 0.14363654908534423 0.13057474422914922 0.15658262175646054
0.5 0.26937115300087966 0.24834651064771526 0.286616891088683
0.75 0.4092814698722398 0.38680272188418147 0.430051788061858
EOD
$p3s1_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.14825865271664482
0.25 0.13057474422914922
0.25 0.13309472830951338
0.25 0.1496719984149532
0.25 0.15658262175646054
0.5 0.2743594026617059
0.5 0.24834651064771526
0.5 0.26454181799022575
0.5 0.2729911426160684
0.5 0.286616891088683
0.75 0.430051788061858
0.75 0.4106604693450227
0.75 0.38680272188418147
0.75 0.400567952755042
0.75 0.4183244173150944
EOD
$p3s2 << EOD
0 0 0 0
0.25 0.145493323435824 0.13021360259208997 0.16044124379862465
0.5 0.2716411159406048 0.2461526824870132 0.29243139140460594
0.75 0.4124534368549675 0.3889050345725965 0.43663525048387186
EOD
$p3s2_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.1503659520510621
0.25 0.13021360259208997
0.25 0.134819820349918
0.25 0.15162599838742516
0.25 0.16044124379862465
0.5 0.27509038909614414
0.5 0.2461526824870132
0.5 0.27085723301212533
0.5 0.2736738837031354
0.5 0.29243139140460594
0.75 0.43663525048387186
0.75 0.4126228178683136
0.75 0.3889050345725965
0.75 0.4022255366044657
0.75 0.4218785447455896
EOD
$p3s3 << EOD
0 0 0 0
0.25 0.13871967062243912 0.12288206314711514 0.15401617872631776
0.5 0.2599435748137348 0.2363630804759808 0.2797668844029007
0.75 0.3965185807666677 0.36968640598635794 0.43089292706058163
EOD
$p3s3_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.1434974753864836
0.25 0.12288206314711514
0.25 0.12672750365637908
0.25 0.1464751321959
0.25 0.15401617872631776
0.5 0.2651767309511122
0.5 0.2363630804759808
0.5 0.2539748178820565
0.5 0.2644363603566239
0.5 0.2797668844029007
0.75 0.43089292706058163
0.75 0.3913962822614676
0.75 0.36968640598635794
0.75 0.3890989680495272
0.75 0.4015183204754039
EOD
$p3s4 << EOD
0 0 0 0
0.25 0.13863903201308841 0.12226533092698902 0.1520548246224354
0.5 0.2591691508603233 0.23360240581193423 0.2738516403998612
0.75 0.39597524271545154 0.3745939786816954 0.4298570080798809
EOD
$p3s4_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.14416715651286
0.25 0.12226533092698902
0.25 0.1282134978661424
0.25 0.14649435013701512
0.25 0.1520548246224354
0.5 0.2658981340896344
0.5 0.23360240581193423
0.5 0.25664234879192044
0.5 0.2658512252082662
0.5 0.2738516403998612
0.75 0.4298570080798809
0.75 0.3863060329231498
0.75 0.3745939786816954
0.75 0.3898616133950447
0.75 0.3992575804974868
EOD
$p3s5 << EOD
0 0 0 0
0.25 0.1422809496409882 0.12736980631537093 0.15704766731950465
0.5 0.26779587707718566 0.24858720650037974 0.28982690936489214
0.75 0.4138643568248737 0.38335556162739126 0.43934595529465575
EOD
$p3s5_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.14648918542617986
0.25 0.12736980631537093
0.25 0.13176716805905647
0.25 0.148730921084829
0.25 0.15704766731950465
0.5 0.26518827836440506
0.5 0.24858720650037974
0.5 0.2671122645947831
0.5 0.26826472656146827
0.5 0.28982690936489214
0.75 0.43457288251252596
0.75 0.41753948802998847
0.75 0.38335556162739126
0.75 0.3945078966598072
0.75 0.43934595529465575
EOD
$p3s6 << EOD
0 0 0 0
0.25 0.14009482719473426 0.1278204632183442 0.15104673646137248
0.5 0.2618864686572185 0.24322410165021718 0.27368120535457213
0.75 0.39653523569995314 0.3852999284093326 0.4184801204409088
EOD
$p3s6_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.14517373898938474
0.25 0.1278204632183442
0.25 0.13055759592582053
0.25 0.14587560137874936
0.25 0.15104673646137248
0.5 0.2659674868714823
0.5 0.24322410165021718
0.5 0.2641054896338287
0.5 0.2624540597759922
0.5 0.27368120535457213
0.75 0.4184801204409088
0.75 0.3975178252929593
0.75 0.3852999284093326
0.75 0.3862757555853829
0.75 0.39510254877118206
EOD
$p3s7 << EOD
0 0 0 0
0.25 0.1436425539383717 0.12935638052746976 0.15836070837368832
0.5 0.2687171762565611 0.24802861080326433 0.28656411720283315
0.75 0.41099998870250787 0.3846623406922083 0.4387523561808643
EOD
$p3s7_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.14880216298394097
0.25 0.12935638052746976
0.25 0.1347863052124874
0.25 0.14690721259427197
0.25 0.15836070837368832
0.5 0.2732199904624806
0.5 0.24802861080326433
0.5 0.26372363558327866
0.5 0.2720495272309487
0.5 0.28656411720283315
0.75 0.4387523561808643
0.75 0.40889471164959557
0.75 0.3846623406922083
0.75 0.4030170676324753
0.75 0.4196734673573959
EOD
$p3s8 << EOD
0 0 0 0
0.25 0.14021842712521732 0.12564350312854786 0.1544427737341132
0.5 0.2621128333088333 0.23922589042787132 0.2802943914851673
0.75 0.4008493915457108 0.3787244499648337 0.4269228986267517
EOD
$p3s8_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.14480773051846518
0.25 0.12564350312854786
0.25 0.1296796006873587
0.25 0.14651852755760167
0.25 0.1544427737341132
0.5 0.26745516933537367
0.5 0.23922589042787132
0.5 0.258709815753605
0.5 0.26487889954214916
0.5 0.2802943914851673
0.75 0.4269228986267517
0.75 0.4000162517681609
0.75 0.3787244499648337
0.75 0.3921396260277536
0.75 0.40644373134105416
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

# ---- Panels with axes: what y reaches over, the text above each, marks for diverged trials, guides. ----

# Panels share their range of y where each fills a good part of it.
scaled(v) = y_log ? log(v) : v
all_low = NaN; all_high = NaN
do for [p = 1:panels] {
    if (low[p] == low[p]) {
        if (bars) { low[p] = min(low[p], 0); high[p] = max(high[p], 0) }
        all_low = all_low == all_low ? min(all_low, low[p]) : low[p]
        all_high = all_high == all_high ? max(all_high, high[p]) : high[p]
    }
}
shared = 1
do for [p = 1:panels] {
    if (low[p] == low[p] && scaled(high[p]) - scaled(low[p]) < 0.5*(scaled(all_high) - scaled(all_low))) { shared = 0 }
}
array empty[panels]
do for [p = 1:panels] {
    empty[p] = low[p] != low[p]
    if (empty[p] || shared) { low[p] = all_low == all_low ? all_low : 0; high[p] = all_high == all_high ? all_high : 1 }
    if (y_log) {
        y_pad = exp(0.05*(log(high[p]) - log(low[p])))
        low[p] = max(low[p]/y_pad, 1e-307); high[p] = high[p]*y_pad
    } else {
        y_pad = 0.05*(high[p] - low[p])
        if (y_pad == 0) { y_pad = high[p] == 0 ? 0.5 : 0.05*abs(high[p]) }
        zero = low[p] >= 0 && low[p] < 0.3*high[p]
        low[p] = zero || (bars && low[p] == 0) ? 0 : low[p] - y_pad
        high[p] = bars && high[p] == 0 ? 0 : high[p] + y_pad
    }
}

# Marks for diverged trials stand above a panel: a row for each line that has some.
array lost_row[entries + 1]
lost_in(i, p) = int(word($lost[i], 1)) == data_of[p] && (!with_faint || nth(shown[p], 1) == int(word($lost[i], 2)))
set_rows = "rows = 0; first = 1; do for [k = 1:entries] { lost_row[k] = 0 }; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "first = min(first, x_part(num(word($lost[i], 3)))); if (lost_row[int(word($lost[i], 2))] == 0) { " . \
    "rows = rows + 1; lost_row[int(word($lost[i], 2))] = rows } } }"
axes_of(cell) = max(with_faint ? 0.9 : 1.35, min(2.4, 0.62*cell))
y_text = wrap(y_label . (y_log ? ' (log scale)' : ''), letters(axes_of(width/panel_columns - 2*line_inch) + 0.9, 0))
left_inch = y_label eq '' ? 0.02 : 1.1*line_inch*lines_in(y_text)
cell_inch = (width - left_inch - 0.05)/panel_columns
axes_inch = axes_of(cell_inch)
row_of(p) = (p - 1)/panel_columns + 1
# Heights above the axes, in parts of them: `up` lines of text.
up(n) = 1 + n*line_inch/axes_inch
lost_y(k) = up(lost_row[k] - 0.35)
# The word for such marks stands beside them in the first row, or above them where one is near the left end.
array lost_lines[panels]; array word_at[panels]; array row_above[panel_rows]; array row_base[panel_rows]
place = "do for [i = 1:panel_rows] { row_above[i] = 0 }; do for [p = 1:panels] { " . \
    "note[p] = wrap(note[p], letters(0.82*cell_inch, 0)); panel_title[p] = wrap(panel_title[p], letters(0.82*cell_inch, 1)); " . \
    "eval set_rows; " . \
    "beside = first > (strlen(lost_word) + 3)*char_inch/(cell_inch - 6*char_inch); " . \
    "word_at[p] = beside ? 0.65 : rows + 0.65; lost_lines[p] = rows ? rows + (beside ? 0.3 : 1.3) : 0; " . \
    "row_above[row_of(p)] = max(row_above[row_of(p)], lost_lines[p] + 1.05*lines_in(note[p]) + 1.2*lines_in(panel_title[p]) + 0.5) }; " . \
    "height = key_inch; do for [i = 1:panel_rows] { row = panel_rows + 1 - i; row_base[row] = height + below*line_inch; " . \
    "height = row_base[row] + axes_inch + row_above[row]*line_inch }; height = height + title_inch + 0.05"
x_label = wrap(x_label, letters(0.9*cell_inch, 0))
guide_letters = 0
do for [i = 1:guides] { guide[i] = abridge(guide[i], letters(0.2*cell_inch, 0)); guide_letters = max(guide_letters, strlen(guide[i])) }

# Sets panel p up: its place on the page, which `below` lines of text under its axes make complete, and all but its plot.
# lost_x(x, k) is where a mark of line k stands.
in_panel = "drawn = shown[p]; behind = faint_lines[p]; marked = with_marks[p]; ranged = with_ranges[p]; seeded = with_seeds[p]; " . \
    "unset logscale; set yrange [low[p]:high[p]]; " . \
    "if (y_log) { set logscale y y_log; eval set_log_ticks('y', low[p], high[p]) } else { set ytics nomirror autofreq }; " . \
    "if (empty[p]) { set label 'no data' at graph 0.5, graph 0.5 center }; " . \
    "do for [i = 1:guides] { if (guide_panel[i] == data_of[p] && guide_y[i] == guide_y[i]) { eval guide(guide_y[i]); " . \
    "set label guide[i] at graph 1, first guide_y[i] left offset character 0.4,0 textcolor rgb guide_ink } }"
on_page = "eval set_rows; " . \
    "set origin (left_inch + ((p - 1) % panel_columns)*cell_inch)/width, 0; set size cell_inch/width, 1; " . \
    "bottom = row_base[row_of(p)]; " . \
    "set bmargin at screen bottom/height; set tmargin at screen (bottom + axes_inch)/height; " . \
    "set lmargin -1; set rmargin 1.5 + guide_letters; " . \
    "set xlabel (p + panel_columns > panels ? x_label : '') offset 0,0.3; " . \
    "set label panel_title[p] at graph 0.5, graph up(row_above[row_of(p)] - 0.75) center font font_panel; " . \
    "set label note[p] at graph 0.5, graph up(lost_lines[p] + 1.05*lines_in(note[p]) - 0.35) center font font_small textcolor rgb ink; " . \
    "if (rows) { set label lost_word at graph 0, graph up(word_at[p]) left textcolor rgb ink }; " . \
    "do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "k = int(word($lost[i], 2)); x = lost_x(num(word($lost[i], 3)), k); " . \
    "set label word($lost[i], 4) at first x, graph lost_y(k) left offset character 0.7, 0 textcolor rgb ink; " . \
    "set label '' at first x, graph lost_y(k) point lt line[k] } }"
page_labels = "do for [i = 1:panel_rows] { set label y_text at screen 0, " . \
    "screen (row_base[i] + 0.5*axes_inch)/height center rotate by 90 offset character 1.3,0 }"
# In a text terminal, which has no y label, it stands in the panel's title, as does what diverged.
lost_here = "lost_text = ''; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "lost_text = lost_text . (lost_text eq '' ? lost_word . ': ' : ', ') . abridge(label[int(word($lost[i], 2))], 20) . ' ' . " . \
    "word($lost[i], 4) . ' at ' . lost_name(word($lost[i], 3)) } }"
in_terminal = "unset grid; set key below center reverse Left; set xlabel x_label; eval lost_here; " . \
    "set title wrap((p == 1 ? title : ''), columns - 4) . (p == 1 && title ne '' ? \"\\n\" : '') . " . \
    "(p == 1 && caption ne '' ? wrap(caption, columns - 4) . \"\\n\" : '') . " . \
    "panel_title[p] . (panel_title[p] eq '' || y_label eq '' ? '' : ': ') . y_label . (y_log ? ' (log scale)' : '') . " . \
    "(note[p] eq '' ? '' : \"\\n\" . wrap(note[p], columns - 4)) . (lost_text eq '' ? '' : \"\\n\" . wrap(lost_text, columns - 4))"

# ---- Lines over a numeric x: means with the range of the seeds, every seed, and who diverged. ----

# Many points make a curve: with bands, and a point now and then. Few stand apart, each line's a little aside, with
# their range as a thin bar.
stride = curve ? longest/8 + 1 : 1
x_span = x_log ? log(x_high) - log(x_low) : 1.0*x_high - x_low
x_span = x_span > 0 ? x_span : 1
aside(k) = curve || entries < 2 || marks[k] ? 0 : 0.2*(1.0*(k - 1)/(entries - 1) - 0.5)*min(1, entries/5.)*min(1./max(1, x_count - 1), 0.12)*x_span
at(x, k) = x_log ? x*exp(aside(k)) : x + aside(k)
x_pad = 0.045*x_span
x_from = x_log ? x_low*exp(-x_pad) : x_low - x_pad
x_to(high) = x_log ? high*exp(x_pad) : high + x_pad

below = 1.6 + lines_in(x_label)

# Where one panel has the page to itself, few lines that end together are named at their ends, and there is no key.
direct = panels == 1 && width >= 5 && entries > 1 && entries <= 6 && words(shown[1]) == entries && !with_faint && guides == 0 && widest_label*char_inch < 0.2*width
array end_at[entries + 1]
do for [k = 1:entries] {
    if (direct) {
        end_x = NaN
        eval sprintf('do for [j = 1:|$p1s%d|] { row = $p1s%d[j]; if (word(row, 2) ne "NaN") { end_x = num(word(row, 1)); end_y = num(word(row, 2)) } }', k, k)
        direct = end_x == x_end[1]
        if (direct) { end_at[k] = (scaled(end_y) - scaled(low[1]))/(scaled(high[1]) - scaled(low[1])) }
    }
}
if (direct) {
    # Names that meet push each other apart.
    least = 1.05*line_inch/axes_inch
    do for [turn = 1:60] { do for [k = 2:entries] { do for [i = 1:k-1] {
        apart = end_at[k] - end_at[i]
        if (abs(apart) < least) {
            push = (apart < 0 ? -0.5 : 0.5)*(least - abs(apart))
            end_at[k] = end_at[k] + push; end_at[i] = end_at[i] - push
        }
    } } }
    guide_letters = 1 + widest_label*0.95
    key_inch = 0.05
}
x_part(x) = x_log ? log(x/x_low)/x_span : (x - x_low)/x_span
eval place
lost_x(x, k) = x
lost_name(x) = x

# Ticks at the values of x; every second or third where they are too close.
x_letters = 0
do for [v in x_ticks] { x_letters = x_letters + strlen(tick(num(v))) + 1.5 }
x_every = max(1, ceiling(x_letters*char_inch/(cell_inch - 7*char_inch)))
set_x = x_ticks eq '' ? (x_log == 10 ? set_log_ticks('x', x_from, x_to(x_high)) : 'set xtics nomirror autofreq') : \
    "set xtics nomirror (x_low); do for [i = 1:words(x_ticks)] { if ((i - 1) % x_every == 0) { set xtics add (tick(num(word(x_ticks, i))) num(word(x_ticks, i))) } }"

what(k) = sprintf(marks[k] ? 'points lt line[%d]' : 'linespoints lt line[%d]', k)
eval add_key
d(i) = nth(drawn, i); m(i) = nth(marked, i); r(i) = nth(ranged, i); s(i) = nth(seeded, i); b(i) = nth(behind, i)

do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        set output name . '.' . t . suffix
        set multiplot
        eval page
        eval page_labels
        eval 'plot ' . (with_faint || direct ? '' : key) . 'NaN notitle'
        eval after_page
    }
    do for [p = 1:panels] {
        eval in_panel
        set xrange [x_from:x_to(curve ? x_end[p] : x_high)]
        if (x_log) { set logscale x x_log }
        eval set_x
        if (dumb) {
            eval in_terminal
            eval 'plot ' . \
                part(drawn, "s'.d(i) using (at($1, d(i))):2 with linespoints lt d(i) pt d(i) pi stride title brief(label[d(i)])") . \
                part(marked, "s'.m(i) using 1:2 with points lt m(i) pt m(i) title brief(label[m(i)])") . 'NaN notitle'
        } else {
            eval on_page
            do for [k = 1:entries] {
                if (direct) { set label label[k] at graph 1, graph end_at[k] left offset character 0.6,0 textcolor rgb style_rgb[line[k]] }
            }
            eval 'plot ' . \
                part(behind, "s'.b(i) using (at($1, b(i))):2 with lines lw 0.9 dt solid lc rgb 0xCCCCCC") . \
                part(curve ? ranged : '', "s'.r(i) using 1:(max($3, low[p])):4 with filledcurves lc rgb (entries > 4 ? spread(line[r(i)]) : band(line[r(i)]))") . \
                part(curve && band ? ranged : '', "s'.r(i) using 1:3 with lines lt line[r(i)] lw 0.6") . \
                part(curve && band ? ranged : '', "s'.r(i) using 1:4 with lines lt line[r(i)] lw 0.6") . \
                part(curve ? '' : ranged, "s'.r(i) using (at($1, r(i))):2:3:4 with yerrorbars ps 0 lw 1 dt solid lc rgb faint(line[r(i)])") . \
                part(seed_lines ? '' : seeded, "s'.s(i).'_seeds' using (at($1, s(i))):2 with points lt line[s(i)] ps 0.5 lc rgb faint(line[s(i)])") . \
                part(seed_lines ? seeded : '', "s'.s(i).'_seeds' using 1:2 with lines lt line[s(i)] lw 0.6 lc rgb faint(line[s(i)])") . \
                part(drawn, "s'.d(i) using (at($1, d(i))):2 with linespoints lt line[d(i)]" . (curve ? " pi stride" : "")) . \
                part(marked, "s'.m(i) using 1:2 with points lt line[m(i)]") . \
                'NaN notitle'
        }
        unset label; unset arrow
    }
    if (!dumb) { unset multiplot }
    unset output
}
