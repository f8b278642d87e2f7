# A figure of normlab. `gnuplot mean_bias_last.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" mean_bias_last.gp draws one of them, so many inches wide;
# term = 'dumb' shows it in the terminal. First come its data, then the program that draws them.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'mean_bias_last'
title = 'Mean over all positions off that of valid ones, last norm, words of one length'
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
low[1] = 0; high[1] = 0.29264647694127555; x_end[1] = 0.75; shown[1] = ' 1 2 3 4 5 6 7 8'; with_marks[1] = ''; with_ranges[1] = ' 1 2 3 4 5 6 7 8'; with_seeds[1] = ' 1 2 3 4 5 6 7 8'
$p1s1 << EOD
0 0 0 0
0.25 0.0713288706449127 0.06383156667363138 0.08010026507412109
0.5 0.13972916812285274 0.10353150936426381 0.16461717402404413
0.75 0.24304410300530507 0.20503450032974477 0.2746853545451572
EOD
$p1s1_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.07828869861096503
0.25 0.06383156667363138
0.25 0.06543226435677693
0.25 0.08010026507412109
0.25 0.068991558509069
0.5 0.14976244095874314
0.5 0.10353150936426381
0.5 0.13464586144341537
0.5 0.16461717402404413
0.5 0.1460888548237973
0.75 0.2211974341188308
0.75 0.20503450032974477
0.75 0.2692016522084473
0.75 0.2746853545451572
0.75 0.24510157382434541
EOD
$p1s2 << EOD
0 0 0 0
0.25 0.07384236523671853 0.06937404667557723 0.07778927046789182
0.5 0.1353775077767124 0.12718493390203423 0.1426136339191484
0.75 0.2030664073830586 0.1907780556297876 0.21392054641319305
EOD
$p1s2_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.07778927046789182
0.25 0.07466848026762002
0.25 0.06937404667557723
0.25 0.07588903023089635
0.25 0.07149099854160727
0.5 0.1426136339191484
0.5 0.13689222311100233
0.5 0.12718493390203423
0.5 0.1391298897669974
0.5 0.1310668581843797
0.75 0.21392054641319305
0.75 0.2053382919978642
0.75 0.1907780556297876
0.75 0.20869480571895646
0.75 0.19660033715549163
EOD
$p1s3 << EOD
0 0 0 0
0.25 0.07963322863844495 0.060382351046515015 0.08840284519879926
0.5 0.14599425840628016 0.1107009860701796 0.16207189189944135
0.75 0.21899138760942027 0.1660514791052694 0.24310783784916198
EOD
$p1s3_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.08840284519879926
0.25 0.060382351046515015
0.25 0.08537502591573161
0.25 0.08540249795157531
0.25 0.07860342307960355
0.5 0.16207189189944135
0.5 0.1107009860701796
0.5 0.15652088113537777
0.5 0.1565712630508516
0.5 0.14410626987555047
0.75 0.24310783784916198
0.75 0.1660514791052694
0.75 0.2347813217030667
0.75 0.2348568945762774
0.75 0.21615940481332574
EOD
$p1s4 << EOD
0 0 0 0
0.25 0.0790385401848323 0.06814848715613185 0.08224205709322248
0.5 0.14490399193137632 0.12493889340839158 0.15077711900574717
0.75 0.21735598789706448 0.18740834011258736 0.2261656785086207
EOD
$p1s4_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.08224205709322248
0.25 0.06814848715613185
0.25 0.08201835862939617
0.25 0.08162759044930648
0.25 0.08115620759610458
0.5 0.15077711900574717
0.5 0.12493889340839158
0.5 0.15036701942048872
0.5 0.14965056629932955
0.5 0.14878636152292457
0.75 0.2261656785086207
0.75 0.18740834011258736
0.75 0.22555052913073312
0.75 0.22447584944899432
0.75 0.22317954228438686
EOD
$p1s5 << EOD
0 0 0 0
0.25 0.0746435682013074 0.05941322557555654 0.08896656874227782
0.5 0.1331432044041975 0.10053398849366799 0.15715281850983942
0.75 0.22396665734376536 0.15428180877120884 0.29264647694127555
EOD
$p1s5_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.08748062558237342
0.25 0.05941322557555654
0.25 0.08896656874227782
0.25 0.06706024356427713
0.25 0.07029717754205206
0.5 0.15715281850983942
0.5 0.10053398849366799
0.5 0.12038144610505071
0.5 0.1316370298036111
0.5 0.1560107391088182
0.75 0.29264647694127555
0.75 0.15428180877120884
0.75 0.26779759842380263
0.75 0.18339282349667893
0.75 0.22171457908586084
EOD
$p1s6 << EOD
0 0 0 0
0.25 0.07571681728663984 0.06408864017845989 0.08946688349144846
0.5 0.1388141650255064 0.11749584032717648 0.16402261973432222
0.75 0.20822124753825957 0.17624376049076468 0.24603392960148332
EOD
$p1s6_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.08455603656501418
0.25 0.06408864017845989
0.25 0.08946688349144846
0.25 0.07615831291264351
0.25 0.06431421328563318
0.5 0.15501940036919265
0.5 0.11749584032717648
0.5 0.16402261973432222
0.5 0.1396235736731798
0.5 0.11790939102366087
0.75 0.232529100553789
0.75 0.17624376049076468
0.75 0.24603392960148332
0.75 0.20943536050976966
0.75 0.17686408653549135
EOD
$p1s7 << EOD
0 0 0 0
0.25 0.050396695813900036 0.04545549142908174 0.055099735550360206
0.5 0.10326558761255429 0.08697806204621858 0.10877532558674143
0.75 0.20147840797333633 0.18217918904817265 0.21980210590592675
EOD
$p1s7_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.05085938849367393
0.25 0.04715608252787072
0.25 0.055099735550360206
0.25 0.05341278106851359
0.25 0.04545549142908174
0.5 0.10697666798527497
0.5 0.08697806204621858
0.5 0.10718044740334862
0.5 0.10641743504118778
0.5 0.10877532558674143
0.75 0.21980210590592675
0.75 0.18217918904817265
0.75 0.20432232982552612
0.75 0.20804706595567524
0.75 0.19304134913138077
EOD
$p1s8 << EOD
0 0 0 0
0.25 0.07049596851212389 0.06245995135354491 0.08838120174758572
0.5 0.1292426089388938 0.11450991081483235 0.16203220320390715
0.75 0.1938639134083407 0.17176486622224846 0.24304830480586073
EOD
$p1s8_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.06246460412882759
0.25 0.08838120174758572
0.25 0.07372109687676404
0.25 0.06545298845389719
0.25 0.06245995135354491
0.5 0.11451844090285061
0.5 0.16203220320390715
0.5 0.13515534427406736
0.5 0.11999714549881155
0.5 0.11450991081483235
0.75 0.17177766135427594
0.75 0.24304830480586073
0.75 0.20273301641110109
0.75 0.17999571824821728
0.75 0.17176486622224846
EOD

panel_title[2] = 'convolutional net'; note[2] = ''
low[2] = 0; high[2] = 0.7302101233716658; x_end[2] = 0.75; shown[2] = ' 1 2 3 4 5 6 7 8'; with_marks[2] = ''; with_ranges[2] = ' 1 2 3 4 5 6 7 8'; with_seeds[2] = ' 1 2 3 4 5 6 7 8'
$p2s1 << EOD
0 0 0 0
0.25 0.11470499048433871 0.10737878641281907 0.12298727606230499
0.5 0.2904318613524711 0.23012779283534468 0.36657714589563206
0.75 0.6330100663091215 0.5841481034789983 0.7079012244152489
EOD
$p2s1_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.11291854167045483
0.25 0.10931640954880227
0.25 0.12298727606230499
0.25 0.10737878641281907
0.25 0.12092393872731236
0.5 0.3305528118228868
0.5 0.23012779283534468
0.5 0.2599564646837306
0.5 0.36657714589563206
0.5 0.264945091524761
0.75 0.6087598489979175
0.75 0.591813359646249
0.75 0.6724277950071939
0.75 0.7079012244152489
0.75 0.5841481034789983
EOD
$p2s2 << EOD
0 0 0 0
0.25 0.15433486277202435 0.14100724224570355 0.18470279694678965
0.5 0.30928167595530187 0.2826588164497504 0.3716490933428319
0.75 0.45946081555564505 0.3721306347046883 0.5790085919161596
EOD
$p2s2_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.14100724224570355
0.25 0.14661061095810557
0.25 0.1455096986557574
0.25 0.18470279694678965
0.25 0.15384396505376566
0.5 0.2826588164497504
0.5 0.2872520096096822
0.5 0.29573594413525367
0.5 0.3716490933428319
0.5 0.3091125162389913
0.75 0.4420038971735935
0.75 0.43837002285669835
0.75 0.4657909311270854
0.75 0.5790085919161596
0.75 0.3721306347046883
EOD
$p2s3 << EOD
0 0 0 0
0.25 0.13228695536742188 0.11538809047619697 0.14967503194217488
0.5 0.2724490185529825 0.23092927650650405 0.31525843293882505
0.75 0.4232169674055976 0.36010239170253866 0.4922416373247784
EOD
$p2s3_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.14967503194217488
0.25 0.1406451988953664
0.25 0.11920222806508213
0.25 0.11538809047619697
0.25 0.1365242274582889
0.5 0.31525843293882505
0.5 0.29164308490440727
0.5 0.25400022223345403
0.5 0.23092927650650405
0.5 0.27041407618172203
0.75 0.4922416373247784
0.75 0.44838249544331527
0.75 0.39920982236879216
0.75 0.36010239170253866
0.75 0.41614849018856365
EOD
$p2s4 << EOD
0 0 0 0
0.25 0.08596087881474744 0.08259359038383081 0.09377956617609604
0.5 0.1680810313418429 0.15382751312746692 0.18182507866201864
0.75 0.2613639418023833 0.23790261616318317 0.27995823782992246
EOD
$p2s4_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.08320382948341418
0.25 0.09377956617609604
0.25 0.08375506518631586
0.25 0.08647234284408033
0.25 0.08259359038383081
0.5 0.16038807081636525
0.5 0.18182507866201864
0.5 0.17542026435064378
0.5 0.16894422975272
0.5 0.15382751312746692
0.75 0.25243245201495745
0.75 0.27995823782992246
0.75 0.27544734472587645
0.75 0.26107905827797695
0.75 0.23790261616318317
EOD
$p2s5 << EOD
0 0 0 0
0.25 0.1286101236953351 0.11578790529772433 0.14216411878435328
0.5 0.19592907597673634 0.15816894482244745 0.22296633726376705
0.75 0.44845593088648295 0.38456729463012923 0.5326588379392079
EOD
$p2s5_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.13462558756332257
0.25 0.11730775339994293
0.25 0.11578790529772433
0.25 0.13316525343133237
0.25 0.14216411878435328
0.5 0.22296633726376705
0.5 0.18013721472892238
0.5 0.15816894482244745
0.5 0.2204774417485078
0.5 0.19789544132003706
0.75 0.5326588379392079
0.75 0.38456729463012923
0.75 0.45513400761603545
0.75 0.39333017156917255
0.75 0.4765893426778695
EOD
$p2s6 << EOD
0 0 0 0
0.25 0.13718341673940185 0.1170164625633634 0.16174635205341917
0.5 0.26665821124375183 0.23203032071270324 0.310052827991749
0.75 0.4101854981775113 0.35886761996236016 0.4742829416053146
EOD
$p2s6_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.1170164625633634
0.25 0.11788957481701536
0.25 0.13593205788178475
0.25 0.16174635205341917
0.25 0.15333263638142652
0.5 0.23736320423742913
0.5 0.23203032071270324
0.5 0.26064700132273017
0.5 0.310052827991749
0.5 0.2931977019541477
0.75 0.37090211508052595
0.75 0.35886761996236016
0.75 0.39889435242897575
0.75 0.4742829416053146
0.75 0.44798046181037987
EOD
$p2s7 << EOD
0 0 0 0
0.25 0.26471937217856456 0.23604253054574598 0.3093400122313965
0.5 0.24977474058996146 0.15975483387895414 0.33684993186119566
0.75 0.5672334221609032 0.41569974703437235 0.7302101233716658
EOD
$p2s7_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.2757341179716812
0.25 0.3093400122313965
0.25 0.23604253054574598
0.25 0.2591920635572445
0.25 0.2432881365867545
0.5 0.2698886688718511
0.5 0.33684993186119566
0.5 0.2164609780039574
0.5 0.26591929033384915
0.5 0.15975483387895414
0.75 0.5257298624866309
0.75 0.5927303218198992
0.75 0.41569974703437235
0.75 0.7302101233716658
0.75 0.5717970560919483
EOD
$p2s8 << EOD
0 0 0 0
0.25 0.14080100156733483 0.1249356831474184 0.16275024500583546
0.5 0.2770268847342888 0.2452594997204625 0.3281839165246092
0.75 0.42937231585566493 0.37658940989084244 0.5128177125077742
EOD
$p2s8_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.1249356831474184
0.25 0.12833801356183494
0.25 0.16275024500583546
0.25 0.14165184069082157
0.25 0.14632922543076377
0.5 0.2530146788077484
0.5 0.2452594997204625
0.5 0.3281839165246092
0.5 0.2842740359407069
0.5 0.2744022926779173
0.75 0.39645839538785443
0.75 0.37658940989084244
0.75 0.5128177125077742
0.75 0.44418148525479323
0.75 0.4168145762370607
EOD

panel_title[3] = 'transformer'; note[3] = ''
low[3] = 0; high[3] = 0.4474602407775712; x_end[3] = 0.75; shown[3] = ' 1 2 3 4 5 6 7 8'; with_marks[3] = ''; with_ranges[3] = ' 1 2 3 4 5 6 7 8'; with_seeds[3] = ' 1 2 3 4 5 6 7 8'
$p3s1 << EOD
0 0 0 0
0.25 0.07448286430705803 0.06683792460497935 0.09334302099545655
0.5 0.09642282752276396 0.07892099587573267 0.10946336091315882
0.75 0.10947015079294373 0.09170580223743859 0.12470152187607707
EOD
$p3s1_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.09334302099545655
0.25 0.07695809432856059
0.25 0.06683792460497935
0.25 0.0672256919864229
0.25 0.06804958961987075
0.5 0.10339434727345265
0.5 0.10572827399935779
0.5 0.08460715955211781
0.5 0.10946336091315882
0.5 0.07892099587573267
0.75 0.10231631710678211
0.75 0.12292283443244298
0.75 0.09170580223743859
0.75 0.12470152187607707
0.75 0.10570427831197797
EOD
$p3s2 << EOD
0 0 0 0
0.25 0.08371216285849552 0.0586389271290202 0.10783159461129452
0.5 0.14855203775239326 0.12264999030353692 0.19005946286231215
0.75 0.21687412717080093 0.17480096186371227 0.26999511203457033
EOD
$p3s2_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.10783159461129452
0.25 0.07122187336781081
0.25 0.0586389271290202
0.25 0.10067223369190467
0.25 0.08019618549244747
0.5 0.19005946286231215
0.5 0.14137216631077884
0.5 0.14878473025243077
0.5 0.1398938390329075
0.5 0.12264999030353692
0.75 0.26999511203457033
0.75 0.23676994363404788
0.75 0.19405196407380457
0.75 0.20875265424786957
0.75 0.17480096186371227
EOD
$p3s3 << EOD
0 0 0 0
0.25 0.07228017728948012 0.062277627600455174 0.08236906896997012
0.5 0.12218643983022068 0.09693985421519993 0.14317749133519045
0.75 0.1704621020681208 0.14457193190290876 0.1862174465993469
EOD
$p3s3_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.07993649108993515
0.25 0.06853297583312433
0.25 0.08236906896997012
0.25 0.062277627600455174
0.25 0.0682847229539158
0.5 0.1158574253717763
0.5 0.12649222558434994
0.5 0.14317749133519045
0.5 0.09693985421519993
0.5 0.12846520264458683
0.75 0.16535804492883935
0.75 0.1862174465993469
0.75 0.17854751250685447
0.75 0.14457193190290876
0.75 0.17761557440265466
EOD
$p3s4 << EOD
0 0 0 0
0.25 0.06323941731653107 0.0518961514248774 0.0736877090177924
0.5 0.11424543888908371 0.09102824156902199 0.14090072448459554
0.75 0.16337449171522242 0.14806812193306454 0.18328006196818714
EOD
$p3s4_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.05450353232447066
0.25 0.0518961514248774
0.25 0.07342461482006893
0.25 0.06268507899544594
0.25 0.0736877090177924
0.5 0.09102824156902199
0.5 0.10013308510830159
0.5 0.14090072448459554
0.5 0.10761097401509123
0.5 0.13155416926840824
0.75 0.14806812193306454
0.75 0.1610546485993873
0.75 0.18328006196818714
0.75 0.16475450728429783
0.75 0.15971511879117525
EOD
$p3s5 << EOD
0 0 0 0
0.25 0.12726297776309248 0.09940197521132493 0.15961273465023554
0.5 0.21117231518465998 0.15014469060190913 0.23676878914031868
0.75 0.33534197461301857 0.24882157081122544 0.4474602407775712
EOD
$p3s5_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.15961273465023554
0.25 0.10695038939124792
0.25 0.12029833679299289
0.25 0.15005145276966103
0.25 0.09940197521132493
0.5 0.22716186440754826
0.5 0.2131120821897396
0.5 0.23676878914031868
0.5 0.22867414958378432
0.5 0.15014469060190913
0.75 0.34910337153844373
0.75 0.4474602407775712
0.75 0.24882157081122544
0.75 0.28660027119713405
0.75 0.3447244187407187
EOD
$p3s6 << EOD
0 0 0 0
0.25 0.07070489032207207 0.06159801454231864 0.07775396445773768
0.5 0.12496432688809125 0.11685957124677819 0.13147419214457373
0.75 0.17739937802199107 0.14886890888924068 0.2128005014718788
EOD
$p3s6_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.07295627940891802
0.25 0.06159801454231864
0.25 0.07775396445773768
0.25 0.0700095832934074
0.25 0.0712066099079786
0.5 0.11685957124677819
0.5 0.12427449759878301
0.5 0.12300000127012059
0.5 0.12921337218020074
0.5 0.13147419214457373
0.75 0.14886890888924068
0.75 0.2128005014718788
0.75 0.19463087896711753
0.75 0.15591408275773636
0.75 0.1747825180239822
EOD
$p3s7 << EOD
0 0 0 0
0.25 0.10388050634778978 0.08052060921204858 0.12392250144546933
0.5 0.15112882647648396 0.12765214644047454 0.16866476851180087
0.75 0.1628126434116171 0.12428272278147974 0.19293915079260268
EOD
$p3s7_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.12392250144546933
0.25 0.08052060921204858
0.25 0.09950910887468696
0.25 0.10350029005695369
0.25 0.11195002214979033
0.5 0.14441894252742885
0.5 0.12765214644047454
0.5 0.15076670513700552
0.5 0.16414156976570993
0.5 0.16866476851180087
0.75 0.12428272278147974
0.75 0.13108781593998967
0.75 0.18482074324156048
0.75 0.18093278430245288
0.75 0.19293915079260268
EOD
$p3s8 << EOD
0 0 0 0
0.25 0.13090780044245925 0.11372203160251447 0.14540392332826105
0.5 0.23278866781561977 0.21393079977890356 0.28568964000994995
0.75 0.35294228191013965 0.2881009009538006 0.4435747771391076
EOD
$p3s8_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.12216622112442595
0.25 0.14540392332826105
0.25 0.11372203160251447
0.25 0.14533640771709128
0.25 0.12791041844000353
0.5 0.21656260122961987
0.5 0.28568964000994995
0.5 0.21873810672083077
0.5 0.22902219133879487
0.5 0.21393079977890356
0.75 0.35367445604114234
0.75 0.4435747771391076
0.75 0.2881009009538006
0.75 0.35813590423500485
0.75 0.3212253711816429
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
